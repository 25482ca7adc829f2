using System.Globalization;

namespace Webhooks.Resources.Json;

/// <summary>Number literals compared by what they say, exactly and at any length.</summary>
public static class JsonNumbers
{
    /// <summary>True when two number literals of RFC 8259 say the same number: <c>1</c>, <c>1.0</c> and <c>10e-1</c> do.</summary>
    /// <remarks>No rounding and no allocation. Cost: linear in the literals. <c>-0</c> equals <c>0</c>.</remarks>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right))
        {
            return true;
        }

        Parts a = Split(left);
        Parts b = Split(right);
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == b.Count;
        }

        if (a.IsNegative != b.IsNegative || a.Count != b.Count || a.Exponent != b.Exponent)
        {
            return false;
        }

        int i = a.First;
        int j = b.First;
        for (int n = 0; n < a.Count; n++)
        {
            i += left[i] == (byte)'.' ? 1 : 0;
            j += right[j] == (byte)'.' ? 1 : 0;
            if (left[i++] != right[j++])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The significant digits (none for zero) without zeros at either end, the index of the first, and the power of
    /// ten of the last. An exponent beyond 18 digits is cut to ±10^18: no text is long enough to tell the difference.
    /// </summary>
    private static Parts Split(ReadOnlySpan<byte> literal)
    {
        bool negative = literal is [(byte)'-', ..];
        int mantissaEnd = literal.IndexOfAny((byte)'e', (byte)'E');
        long exponent = 0;
        if (mantissaEnd >= 0)
        {
            exponent = Exponent(literal[(mantissaEnd + 1)..]);
        }
        else
        {
            mantissaEnd = literal.Length;
        }

        int first = -1;
        int digits = 0;
        int trailingZeros = 0;
        bool isFraction = false;
        for (int i = negative ? 1 : 0; i < mantissaEnd; i++)
        {
            if (literal[i] == (byte)'.')
            {
                isFraction = true;
                continue;
            }

            exponent -= isFraction ? 1 : 0;
            if (first < 0 && literal[i] == (byte)'0')
            {
                continue;
            }

            first = first < 0 ? i : first;
            digits++;
            trailingZeros = literal[i] == (byte)'0' ? trailingZeros + 1 : 0;
        }

        return new Parts(negative, first, digits - trailingZeros, exponent + trailingZeros);
    }

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        const long Limit = 1_000_000_000_000_000_000;
        bool negative = text is [(byte)'-', ..];
        ReadOnlySpan<byte> digits = text.TrimStart("+-"u8).TrimStart((byte)'0');
        long value = digits.IsEmpty ? 0
            : digits.Length > 18 ? Limit
            : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return negative ? -value : value;
    }

    private readonly record struct Parts(bool IsNegative, int First, int Count, long Exponent);
}
