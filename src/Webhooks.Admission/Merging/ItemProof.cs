using System.Text;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Tells whether an item that a status lists stands in a pod template.</summary>
internal static class ItemProof
{
    /// <summary>True when the path can be read and its item is there. Cost: linear in the containers on the way.</summary>
    public static bool Stands(JsonDraft podTemplate, string path)
    {
        bool isMetadata = path.StartsWith("metadata.", StringComparison.Ordinal);
        JsonDraft? here = isMetadata ? podTemplate.Find("metadata") : podTemplate.Find("spec");
        Shape shape = isMetadata ? PodShapes.Metadata : PodShapes.PodSpec;
        ReadOnlySpan<char> rest = isMetadata ? path.AsSpan("metadata.".Length) : path;
        while (here != null)
        {
            int end = rest.IndexOfAny('.', '[');
            ReadOnlySpan<char> name = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[end..];
            if (!shape.Fields.TryGetValue(name.ToString(), out Shape? field))
            {
                return false;
            }

            (here, shape) = (here.Find(name.ToString()), field);
            if (rest is ['[', ..])
            {
                int length = BracketLength(rest);
                if (length == 0 || here == null || shape.Item == null)
                {
                    return false;
                }

                here = Entry(here, rest[1..(length - 1)].ToString(), shape);
                shape = shape.Item;
                rest = rest[length..];
            }

            if (rest.IsEmpty)
            {
                return here is { Kind: not JsonKind.Null };
            }

            if (rest[0] != '.')
            {
                return false;
            }

            rest = rest[1..];
        }

        return false;
    }

    /// <summary>The length of a key in brackets, brackets included; 0 when it does not end. Strings may hold brackets.</summary>
    private static int BracketLength(ReadOnlySpan<char> text)
    {
        bool isQuoted = false;
        int depth = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (isQuoted && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && text[i] == '[')
            {
                depth++;
            }
            else if (!isQuoted && text[i] == ']' && --depth == 0)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static JsonDraft? Entry(JsonDraft container, string key, Shape shape)
    {
        if (shape.Kind == ShapeKind.Map)
        {
            return container.Kind == JsonKind.Object && TryReadKey(key, out string name) ? container.Find(name) : null;
        }

        return container.Kind == JsonKind.Array ? container.Items.FirstOrDefault(item => IsNamed(item, key, shape)) : null;
    }

    /// <summary>Compares by the name that the item would be listed under, without a string for the common single key.</summary>
    private static bool IsNamed(JsonDraft item, string key, Shape list)
    {
        if (list.Keys.Count == 1 && item.FindSource(list.Keys[0]) is { Kind: JsonKind.String } only)
        {
            return TryReadKey(key, out string name) && TextIs(only, name);
        }

        return item.Kind == JsonKind.Object && ItemPath.Item("", item.Freeze(), list).AsSpan(1).StartsWith(key)
            && ItemPath.Item("", item.Freeze(), list).Length == key.Length + 2;
    }

    private static bool TextIs(JsonValue text, string expected)
    {
        Span<byte> utf8 = expected.Length <= 160 ? stackalloc byte[480] : new byte[Encoding.UTF8.GetMaxByteCount(expected.Length)];
        return text.TextEquals(utf8[..Encoding.UTF8.GetBytes(expected, utf8)]);
    }

    private static bool TryReadKey(string key, out string name)
    {
        name = key;
        if (key is not ['"', ..])
        {
            return true;
        }

        try
        {
            name = JsonTree.Parse(key).Root.AsString() ?? "";
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }
}
