using System.Text;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

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
            if (shape.Find(name) is not { } field)
            {
                return false;
            }

            (here, shape) = (here.Find(field.Name), field.Shape);
            if (rest is ['[', ..])
            {
                int length = BracketLength(rest);
                if (length == 0 || here == null || shape.Item == null)
                {
                    return false;
                }

                ReadOnlySpan<char> key = rest[1..(length - 1)];
                rest = rest[length..];
                if (rest.IsEmpty && shape.Kind == ShapeKind.List)
                {
                    return here.Kind == JsonKind.Array && IndexOf(here, key, shape) >= 0;
                }

                here = Entry(here, key, shape);
                shape = shape.Item;
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

    private static JsonDraft? Entry(JsonDraft container, ReadOnlySpan<char> key, Shape shape)
    {
        if (shape.Kind == ShapeKind.Map)
        {
            return container.Kind == JsonKind.Object && TryReadKey(key, out string? quoted) ? container.Find(quoted ?? key.ToString()) : null;
        }

        int index = container.Kind == JsonKind.Array ? IndexOf(container, key, shape) : -1;
        return index < 0 ? null : container.Items[index];
    }

    private static int IndexOf(JsonDraft list, ReadOnlySpan<char> key, Shape shape)
    {
        bool isName = TryReadKey(key, out string? quoted);
        for (int i = 0; i < list.Count; i++)
        {
            JsonValue item = list.PeekItem(i);
            JsonValue only = shape.Keys.Length != 1 ? default
                : item.IsMissing ? list.Items[i].FindSource(shape.Keys[0].Name)
                : item[shape.Keys[0].Utf8];
            bool isSame = only.Kind == JsonKind.String
                ? isName && TextIs(only, quoted ?? key)
                : IsNamed(item.IsMissing ? list.Items[i].Freeze() : item, key, shape);
            if (isSame)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Compares with the name that the item would be listed under.</summary>
    private static bool IsNamed(JsonValue item, ReadOnlySpan<char> key, Shape list) =>
        item.Kind == JsonKind.Object && ItemPath.Item("", item, list).AsSpan(1..^1).SequenceEqual(key);

    private static bool TextIs(JsonValue text, ReadOnlySpan<char> expected)
    {
        Span<byte> utf8 = expected.Length <= 160 ? stackalloc byte[480] : new byte[Encoding.UTF8.GetMaxByteCount(expected.Length)];
        return text.TextEquals(utf8[..Encoding.UTF8.GetBytes(expected, utf8)]);
    }

    /// <summary>Reads a key that is a JSON string; a plain one is its own text.</summary>
    private static bool TryReadKey(ReadOnlySpan<char> key, out string? quoted)
    {
        quoted = null;
        if (key is not ['"', ..])
        {
            return true;
        }

        try
        {
            quoted = JsonTree.Parse(key.ToString()).Root.AsString();
            return quoted != null;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }
}
