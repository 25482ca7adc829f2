using System.Text;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>A path to a field, <c>.spec.a['b.c']</c>, followed through a schema. Source: <c>cel.ValidFieldPath</c>.</summary>
internal static class SchemaFieldPath
{
    private const string NoField = "does not refer to a valid field";
    private const string NoEnd = "unexpected end of JSON path";

    /// <summary>Where a path leads.</summary>
    /// <param name="path">The path.</param>
    /// <param name="schema">The schema it begins at.</param>
    /// <param name="takesSubscripts">Whether members may be named in brackets.</param>
    /// <returns>The schema that it leads to, <c>null</c> where nothing is known of that, and the names on the way; or what is wrong with it.</returns>
    public static (Schema? Schema, IReadOnlyList<string> Names, string? Problem) Follow(string path, Schema? schema, bool takesSubscripts)
    {
        List<string> names = [];
        Queue<string> tokens = new(Tokens(path));
        while (tokens.TryDequeue(out string? token))
        {
            if (token == "[" && !takesSubscripts)
            {
                return (null, names, "array notation is not allowed");
            }

            if (token is not ("." or "["))
            {
                return (null, names, $"expected [ or . but got: {token}");
            }

            if (!tokens.TryDequeue(out string? name))
            {
                return (null, names, NoEnd);
            }

            if (token == "[")
            {
                if (name is not ['\'', .., '\''] || Unescape(name[1..^1]) is not { } unescaped)
                {
                    return (null, names, $"expected single quoted string but got {name}");
                }

                name = unescaped;
            }

            if (!TryEnter(ref schema, name))
            {
                return (null, names, NoField);
            }

            names.Add(name);
            if (token == "[" && (!tokens.TryDequeue(out string? close) || close != "]"))
            {
                return (null, names, close == null ? NoEnd : $"expected ] but got {close}");
            }
        }

        return (schema, names, null);
    }

    // A member of which nothing is known, as additionalProperties of true and false have them, is one; there the path ends.
    private static bool TryEnter(ref Schema? schema, string name)
    {
        bool isMember = schema is { Properties.Count: > 0 } ? schema.Properties[name] != null : schema?.AdditionalProperties != null;
        schema = schema?.Properties[name] ?? schema?.AdditionalProperties?.Schema;
        return isMember;
    }

    private static IEnumerable<string> Tokens(string path)
    {
        int start = 0;
        while (start < path.Length)
        {
            int end = path[start] == '\'' ? EndOfQuoted(path, start)
                : path[start] is '.' or '[' or ']' ? start + 1
                : path.IndexOfAny(['.', '[', ']'], start) is >= 0 and var next ? next
                : path.Length;
            yield return path[start..end];
            start = end;
        }
    }

    private static int EndOfQuoted(string path, int start)
    {
        for (int i = start + 1; i < path.Length; i++)
        {
            if (path[i] == '\'' && path[i - 1] != '\\')
            {
                return i + 1;
            }
        }

        return path.Length;
    }

    private static string? Unescape(string text)
    {
        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && ++i == text.Length)
            {
                return null;
            }

            plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
