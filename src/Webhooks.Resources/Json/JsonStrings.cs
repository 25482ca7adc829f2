using System.Buffers;
using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>The text of string tokens that were already checked by <see cref="JsonTokenizer"/>.</summary>
internal static class JsonStrings
{
    /// <summary>What three bytes of a broken sequence become: U+FFFD three times.</summary>
    private const int LongestStep = 9;

    /// <summary>Writes the text between the quotes, escapes resolved and what is broken as U+FFFD.</summary>
    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="target">At least three times as long as <paramref name="raw"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Decode(ReadOnlySpan<byte> raw, Span<byte> target)
    {
        int written = 0;
        while (!raw.IsEmpty)
        {
            written += DecodeNext(ref raw, target[written..]);
        }

        return written;
    }

    /// <summary>True when the text between the quotes is <paramref name="utf8"/>. Stops at the first difference; no allocation.</summary>
    public static bool TextEquals(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> utf8)
    {
        Span<byte> next = stackalloc byte[LongestStep];
        while (!raw.IsEmpty)
        {
            int length = DecodeNext(ref raw, next);
            if (!utf8.StartsWith(next[..length]))
            {
                return false;
            }

            utf8 = utf8[length..];
        }

        return utf8.IsEmpty;
    }

    /// <summary>The text between the quotes as UTF-8 of its own.</summary>
    public static byte[] DecodeToArray(ReadOnlySpan<byte> raw)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(raw.Length * 3);
        try
        {
            return buffer[..Decode(raw, buffer)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The number that four hexadecimal digits say, or -1.</summary>
    public static int HexUnit(ReadOnlySpan<byte> text)
    {
        if (text.Length < 4)
        {
            return -1;
        }

        int unit = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = text[i] switch
            {
                >= (byte)'0' and <= (byte)'9' => text[i] - '0',
                >= (byte)'a' and <= (byte)'f' => text[i] - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => text[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return -1;
            }

            unit = (unit << 4) | digit;
        }

        return unit;
    }

    /// <summary>True when the text starts with <c>\uDC00</c> to <c>\uDFFF</c>.</summary>
    public static bool IsLowSurrogateEscape(ReadOnlySpan<byte> text) =>
        text is [(byte)'\\', (byte)'u', ..] && HexUnit(text[2..]) is >= 0xDC00 and <= 0xDFFF;

    /// <summary>Decodes one character, one escape, or one broken sequence, and moves <paramref name="raw"/> behind it.</summary>
    /// <returns>How many bytes were written, at most <see cref="LongestStep"/>.</returns>
    private static int DecodeNext(ref ReadOnlySpan<byte> raw, scoped Span<byte> target)
    {
        if (raw[0] != (byte)'\\')
        {
            // Go counts every byte of a broken sequence as one U+FFFD; so does this.
            bool whole = Rune.DecodeFromUtf8(raw, out Rune rune, out int consumed) == OperationStatus.Done;
            int written = 0;
            for (int i = whole ? consumed : 1; i <= consumed; i++)
            {
                written += rune.EncodeToUtf8(target[written..]);
            }

            raw = raw[consumed..];
            return written;
        }

        if (raw[1] != (byte)'u')
        {
            target[0] = raw[1] switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                (byte)'n' => (byte)'\n',
                (byte)'r' => (byte)'\r',
                (byte)'t' => (byte)'\t',
                byte itself => itself,
            };
            raw = raw[2..];
            return 1;
        }

        int unit = HexUnit(raw[2..]);
        raw = raw[6..];
        Rune decoded = Rune.ReplacementChar;
        if (!char.IsSurrogate((char)unit))
        {
            decoded = new Rune(unit);
        }
        else if (char.IsHighSurrogate((char)unit) && IsLowSurrogateEscape(raw))
        {
            decoded = new Rune((char)unit, (char)HexUnit(raw[2..]));
            raw = raw[6..];
        }

        return decoded.EncodeToUtf8(target);
    }
}
