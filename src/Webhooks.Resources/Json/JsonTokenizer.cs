using System.Buffers;
using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>
/// The one tokenizer: white space, strings, numbers and literals of RFC 8259. The grammar around them is
/// <see cref="JsonTreeParser"/>'s.
/// </summary>
internal ref struct JsonTokenizer
{
    private static readonly SearchValues<byte> StringBreaks = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, (byte)'"', (byte)'\\']);

    private readonly bool _isLenient;
    private readonly bool _isUtf8;

    public JsonTokenizer(ReadOnlySpan<byte> text, JsonPolicy policy)
    {
        Text = text;
        _isLenient = policy.IsLenient;
        _isUtf8 = System.Text.Unicode.Utf8.IsValid(text);
        if (!_isUtf8 && !_isLenient)
        {
            throw new JsonFormatException("the text is not UTF-8", FirstInvalid(text));
        }
    }

    public readonly ReadOnlySpan<byte> Text { get; }

    public int Position { get; set; }

    /// <summary>True once a string was met whose raw bytes must not be copied: the lenient policy repaired it.</summary>
    public bool HasRepairs { get; private set; }

    /// <summary>Moves to the next byte that is not white space.</summary>
    /// <returns>That byte, or -1 at the end.</returns>
    public int Peek()
    {
        int position = Position;
        ReadOnlySpan<byte> text = Text;
        while ((uint)position < (uint)text.Length)
        {
            byte next = text[position];
            if (next > (byte)' ' || next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                Position = position;
                return next;
            }

            position++;
        }

        Position = position;
        return -1;
    }

    /// <summary>Reads a string; <see cref="Position"/> stands on its opening quote, afterwards behind its closing one.</summary>
    /// <returns>True when the text differs from the raw bytes between the quotes.</returns>
    public bool ReadString()
    {
        int start = Position;
        ReadOnlySpan<byte> text = Text;
        int position = start + 1;
        bool rewritten = false;
        while (true)
        {
            int found = text[position..].IndexOfAny(StringBreaks);
            if (found < 0)
            {
                throw new JsonFormatException("a string has no closing quote", start);
            }

            position += found;
            byte next = text[position];
            if (next == (byte)'"')
            {
                break;
            }

            if (next != (byte)'\\')
            {
                throw new JsonFormatException($"a control character (0x{next:X2}) in a string must be escaped", position);
            }

            rewritten = true;
            position = position + 1 < text.Length
                ? ReadEscape(position)
                : throw new JsonFormatException("a string has no closing quote", start);
        }

        Position = position + 1;
        if (!_isUtf8 && !System.Text.Unicode.Utf8.IsValid(text[(start + 1)..position]))
        {
            rewritten = HasRepairs = true;
        }

        return rewritten;
    }

    /// <summary>Reads a number; <see cref="Position"/> stands on its first byte, afterwards behind its last.</summary>
    public void ReadNumber()
    {
        ReadOnlySpan<byte> text = Text;
        int start = Position;
        int position = start;
        if (text[position] == (byte)'-')
        {
            position++;
        }

        if (position < text.Length && text[position] == (byte)'0')
        {
            position++;
            if (position < text.Length && char.IsAsciiDigit((char)text[position]))
            {
                throw new JsonFormatException("a number must not start with 0", start);
            }
        }
        else
        {
            position = Digits(position, "a number needs a digit");
        }

        if (position < text.Length && text[position] == (byte)'.')
        {
            position = Digits(position + 1, "a number needs a digit after its point");
        }

        if (position < text.Length && text[position] is (byte)'e' or (byte)'E')
        {
            position++;
            if (position < text.Length && text[position] is (byte)'+' or (byte)'-')
            {
                position++;
            }

            position = Digits(position, "a number needs a digit in its exponent");
        }

        Position = position;
    }

    /// <summary>Reads exactly <paramref name="word"/>.</summary>
    public void ReadWord(ReadOnlySpan<byte> word)
    {
        if (!Text[Position..].StartsWith(word))
        {
            throw Unexpected("a value");
        }

        Position += word.Length;
    }

    /// <summary>The error of meeting something else than <paramref name="expected"/> at <see cref="Position"/>.</summary>
    public readonly JsonFormatException Unexpected(string expected)
    {
        if (Position >= Text.Length)
        {
            return new JsonFormatException($"the text ends where {expected} should be", Text.Length);
        }

        byte found = Text[Position];
        string shown = found is > 0x20 and < 0x7F ? $"'{(char)found}'" : $"0x{found:X2}";
        return new JsonFormatException($"expected {expected}, found {shown}", Position);
    }

    private readonly int Digits(int position, string problem)
    {
        int first = position;
        ReadOnlySpan<byte> text = Text;
        while ((uint)position < (uint)text.Length && char.IsAsciiDigit((char)text[position]))
        {
            position++;
        }

        return position > first ? position : throw new JsonFormatException(problem, position);
    }

    private int ReadEscape(int backslash)
    {
        ReadOnlySpan<byte> text = Text;
        switch (text[backslash + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return backslash + 2;
            case (byte)'u':
                break;
            default:
                throw new JsonFormatException("an unknown escape in a string", backslash);
        }

        int unit = JsonStrings.HexUnit(text[(backslash + 2)..]);
        if (unit < 0)
        {
            throw new JsonFormatException("\\u needs four hexadecimal digits", backslash);
        }

        int after = backslash + 6;
        if (!char.IsSurrogate((char)unit))
        {
            return after;
        }

        if (char.IsHighSurrogate((char)unit) && JsonStrings.IsLowSurrogateEscape(text[after..]))
        {
            return after + 6;
        }

        if (!_isLenient)
        {
            throw new JsonFormatException("half of a surrogate pair", backslash);
        }

        HasRepairs = true;
        return after;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out int consumed) == OperationStatus.Done)
        {
            position += consumed;
        }

        return position;
    }
}
