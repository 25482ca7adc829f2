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

        if (a.IsNegative != b.IsNegative || a.Count != b.Count || !SameExponent(a, b))
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

    /// <summary>The significant digits (none for zero), without zeros at either end, and the power of ten of the last.</summary>
    private static Parts Split(ReadOnlySpan<byte> literal)
    {
        bool negative = literal is [(byte)'-', ..];
        int mantissaEnd = literal.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> exponent = mantissaEnd < 0 ? default : literal[(mantissaEnd + 1)..];
        mantissaEnd = mantissaEnd < 0 ? literal.Length : mantissaEnd;
        int first = -1;
        int digits = 0;
        int trailingZeros = 0;
        int decimals = 0;
        bool isFraction = false;
        for (int i = negative ? 1 : 0; i < mantissaEnd; i++)
        {
            if (literal[i] == (byte)'.')
            {
                isFraction = true;
                continue;
            }

            decimals += isFraction ? 1 : 0;
            if (first < 0 && literal[i] == (byte)'0')
            {
                continue;
            }

            first = first < 0 ? i : first;
            digits++;
            trailingZeros = literal[i] == (byte)'0' ? trailingZeros + 1 : 0;
        }

        return new Parts(negative, first, digits - trailingZeros, trailingZeros - decimals, exponent);
    }

    /// <summary>
    /// Compares powers of ten digit by digit, as their exponents have no bound: 1e10000000000000000001 is a literal.
    /// </summary>
    private static bool SameExponent(in Parts a, in Parts b)
    {
        const long BeyondRepair = 1_000_000_000_000;
        long difference = 0;
        for (int place = Math.Max(a.Exponent.Length, b.Exponent.Length); place > 0; place--)
        {
            difference = (difference * 10) + a.ExponentDigit(place) - b.ExponentDigit(place);
            if (Math.Abs(difference) > BeyondRepair)
            {
                // From here on it only grows; no text is long enough for shifts of that size.
                return false;
            }
        }

        return difference == b.Shift - a.Shift;
    }

    private readonly ref struct Parts
    {
        private readonly int _exponentSign;

        public Parts(bool isNegative, int first, int count, int shift, ReadOnlySpan<byte> exponent)
        {
            IsNegative = isNegative;
            First = first;
            Count = count;
            Shift = shift;
            _exponentSign = exponent is [(byte)'-', ..] ? -1 : 1;
            Exponent = exponent.TrimStart("+-"u8);
        }

        public bool IsNegative { get; }

        /// <summary>The index of the first significant digit, and how many there are.</summary>
        public int First { get; }

        public int Count { get; }

        /// <summary>The power of ten of the last significant digit, before the exponent.</summary>
        public int Shift { get; }

        public ReadOnlySpan<byte> Exponent { get; }

        /// <summary>The digit of the exponent at that place from the right, 1 for the last, with the exponent's sign.</summary>
        public int ExponentDigit(int place) =>
            place > Exponent.Length ? 0 : _exponentSign * (Exponent[^place] - '0');
    }
}
