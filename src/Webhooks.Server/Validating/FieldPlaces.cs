using Webhooks.Resources.Json;

namespace Webhooks.Server.Validating;

/// <summary>Finds the value that a cause is about by the path that it gives: <c>spec.parts[1].labels[a.b/c]</c>.</summary>
/// <remarks>
/// Paths are not unique: names with dots stand there as they are. Of several members that fit the longest name wins. What is
/// missing is looked for in vain: then it is the innermost value on the way.
/// </remarks>
internal static class FieldPlaces
{
    /// <summary>The value, or the innermost on the way to it; <paramref name="root"/> where the path says nothing.</summary>
    public static JsonValue Find(JsonValue root, string path)
    {
        JsonValue value = root;
        ReadOnlySpan<char> rest = path.AsSpan().TrimStart('.');
        while (rest.Length > 0)
        {
            JsonValue next = value.Kind switch
            {
                JsonKind.Object => Member(value, ref rest),
                JsonKind.Array => Item(value, ref rest),
                _ => default,
            };
            if (next.IsMissing)
            {
                return value;
            }

            value = next;
            rest = rest.TrimStart('.');
        }

        return value;
    }

    private static JsonValue Member(JsonValue value, ref ReadOnlySpan<char> path)
    {
        bool isKey = path[0] == '[';
        ReadOnlySpan<char> names = isKey ? path[1..] : path;
        JsonValue found = default;
        int length = -1;
        JsonCursor members = new(value);
        while (members.MoveNext())
        {
            string name = members.Name;
            if (name.Length > length && names.StartsWith(name, StringComparison.Ordinal) && EndsName(names[name.Length..], isKey))
            {
                (found, length) = (members.Value, name.Length);
            }
        }

        if (length >= 0)
        {
            path = names[(length + (isKey ? 1 : 0))..];
        }

        return found;
    }

    private static bool EndsName(ReadOnlySpan<char> rest, bool isKey) => isKey ? rest.StartsWith(']') : rest.IsEmpty || rest[0] is '.' or '[';

    private static JsonValue Item(JsonValue value, ref ReadOnlySpan<char> path)
    {
        int end = path.IndexOf(']');
        if (path[0] != '[' || end < 0 || !int.TryParse(path[1..end], out int index) || index < 0 || index >= value.Count)
        {
            return default;
        }

        path = path[(end + 1)..];
        return value.Items().ElementAt(index);
    }
}
