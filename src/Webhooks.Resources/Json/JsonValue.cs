using System.Globalization;
using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>One value of a <see cref="JsonTree"/>: a place in it, not a copy.</summary>
/// <remarks>
/// 16 bytes, immutable. <c>default</c> is a missing value, which any look-up that finds nothing gives, so that
/// paths can be followed without a check at each step.
/// </remarks>
public readonly struct JsonValue
{
    internal JsonValue(JsonTree tree, int row)
    {
        Tree = tree;
        Row = row;
    }

    /// <summary>The index of this value among the rows of its tree, in document order; member names count.</summary>
    public int Row { get; }

    /// <summary>What it is; <see cref="JsonKind.Missing"/> for <c>default</c>.</summary>
    public JsonKind Kind => Tree == null ? JsonKind.Missing : Tree.Rows[Row].Kind;

    /// <summary>True for no value at all.</summary>
    public bool IsMissing => Tree == null;

    /// <summary>True for no value at all and for <c>null</c>.</summary>
    public bool IsAbsent => Kind <= JsonKind.Null;

    /// <summary>Of an object its members, of an array its items, else 0.</summary>
    public int Count => Kind is JsonKind.Object or JsonKind.Array ? (int)Tree!.Rows[Row].Count : 0;

    /// <summary>Bytes from the start of the text to the first of the value.</summary>
    public int Offset => Tree == null ? 0 : Tree.Rows[Row].Start;

    /// <summary>The bytes of the value as they were sent, quotes and brackets included; empty when missing.</summary>
    public ReadOnlySpan<byte> RawText => Tree == null ? default : Tree.Text.Slice(Tree.Rows[Row].Start, Tree.Rows[Row].Length);

    /// <summary>True when <see cref="RawText"/> says what was read: always so but for repairs of the lenient policy.</summary>
    public bool IsVerbatim => Tree == null || Tree.IsVerbatim;

    internal JsonTree? Tree { get; }

    /// <summary>True when both are places in the same document.</summary>
    public bool IsOfSameDocument(JsonValue other) => Tree != null && Tree == other.Tree;

    /// <summary>The member of that name; missing when there is none or this is no object. Cost: linear in the members.</summary>
    public JsonValue this[ReadOnlySpan<byte> name]
    {
        get
        {
            if (Kind != JsonKind.Object)
            {
                return default;
            }

            JsonRow[] rows = Tree!.Rows;
            int end = rows[Row].End;
            for (int member = Row + 1; member < end; member = rows[member + 1].End)
            {
                ref readonly JsonRow row = ref rows[member];
                bool same = row.IsRewritten
                    ? new JsonValue(Tree, member).TextEquals(name)
                    : row.Length == name.Length + 2 && Tree.Text.Slice(row.Start + 1, name.Length).SequenceEqual(name);
                if (same && !row.IsShadowed)
                {
                    return new JsonValue(Tree, member + 1);
                }
            }

            return default;
        }
    }

    /// <summary>The member of that name; missing when there is none or this is no object. Cost: linear in the members.</summary>
    public JsonValue this[string name]
    {
        get
        {
            int most = Encoding.UTF8.GetMaxByteCount(name.Length);
            Span<byte> utf8 = most <= 512 ? stackalloc byte[512] : new byte[most];
            return this[utf8[..Encoding.UTF8.GetBytes(name, utf8)]];
        }
    }

    /// <summary>The members of an object, or none.</summary>
    public IEnumerable<KeyValuePair<string, JsonValue>> Members()
    {
        JsonCursor cursor = new(Kind == JsonKind.Object ? this : default);
        while (cursor.MoveNext())
        {
            yield return new(cursor.Name, cursor.Value);
        }
    }

    /// <summary>The items of an array, or none.</summary>
    public IEnumerable<JsonValue> Items()
    {
        JsonCursor cursor = new(Kind == JsonKind.Array ? this : default);
        while (cursor.MoveNext())
        {
            yield return cursor.Value;
        }
    }

    /// <summary>The text of a string.</summary>
    /// <exception cref="InvalidOperationException">This is no string.</exception>
    public string GetString()
    {
        ReadOnlySpan<byte> raw = StringBytes();
        return Tree!.Rows[Row].IsRewritten
            ? Encoding.UTF8.GetString(JsonStrings.DecodeToArray(raw))
            : Encoding.UTF8.GetString(raw);
    }

    /// <summary>The text of a string; <c>null</c> for anything else.</summary>
    public string? AsString() => Kind == JsonKind.String ? GetString() : null;

    /// <summary>True for a string of exactly that text, given as UTF-8. No allocation.</summary>
    public bool TextEquals(ReadOnlySpan<byte> utf8)
    {
        if (Kind != JsonKind.String)
        {
            return false;
        }

        ReadOnlySpan<byte> raw = StringBytes();
        return Tree!.Rows[Row].IsRewritten
            ? JsonStrings.TextEquals(raw, utf8)
            : raw.SequenceEqual(utf8);
    }

    /// <summary>The text of a string as UTF-8, without a copy; not of strings with escapes.</summary>
    /// <returns>False for anything but a string, and for a string whose text is not its raw bytes.</returns>
    public bool TryGetPlainText(out ReadOnlySpan<byte> utf8)
    {
        if (Kind == JsonKind.String && !Tree!.Rows[Row].IsRewritten)
        {
            utf8 = StringBytes();
            return true;
        }

        utf8 = default;
        return false;
    }

    /// <summary>The whole number that a number literal without fraction or exponent says.</summary>
    /// <returns>False for anything else, and beyond 64 bits.</returns>
    public bool TryGetInt64(out long number)
    {
        number = 0;
        return Kind == JsonKind.Number
            && long.TryParse(RawText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The value as JSON text, as it was sent.</summary>
    public override string ToString() => Encoding.UTF8.GetString(RawText);

    private ReadOnlySpan<byte> StringBytes() =>
        Kind == JsonKind.String
            ? Tree!.Text.Slice(Tree.Rows[Row].Start + 1, Tree.Rows[Row].Length - 2)
            : throw new InvalidOperationException($"a {Kind} has no text");
}
