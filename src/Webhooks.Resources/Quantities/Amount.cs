using System.Globalization;
using System.Numerics;

namespace Webhooks.Resources.Quantities;

/// <summary>
/// An exact number, mantissa × 10^exponent, in its only normal form: the mantissa is not divisible by ten
/// (zero is 0 × 10^0), and it is boxed as a <see cref="BigInteger"/> only where 64 bits don't hold it. So equal
/// numbers have equal parts, and usual ones are compared and added without allocation.
/// </summary>
internal readonly struct Amount : IEquatable<Amount>, IComparable<Amount>
{
    /// <summary>What <see cref="Add"/> may write out at most; more than any cluster adds up, little enough to be instant.</summary>
    private const int MaxDigits = 4096;

    private readonly long _small;
    private readonly object? _large;

    private Amount(long small, object? large, long exponent)
    {
        _small = small;
        _large = large;
        Exponent = exponent;
    }

    public static Amount MaxInt64 { get; } = Create(long.MaxValue, 0);

    public long Exponent { get; }

    public bool IsZero => _large is null && _small == 0;

    public int Sign => _large is BigInteger large ? large.Sign : Math.Sign(_small);

    public BigInteger Mantissa => _large is BigInteger large ? large : _small;

    /// <summary>The power of ten just above the magnitude: 3 for 999, 4 for 1000; meaningless for zero.</summary>
    public long Top => Exponent + (_large is BigInteger large
        ? BigInteger.Abs(large).ToString(CultureInfo.InvariantCulture).Length
        : Powers.DigitsOf(Magnitude));

    private ulong Magnitude => _small < 0 ? 0UL - (ulong)_small : (ulong)_small;

    public static Amount Create(Int128 mantissa, long exponent)
    {
        if (mantissa < long.MinValue || mantissa > long.MaxValue)
        {
            return Create((BigInteger)mantissa, exponent);
        }

        long small = (long)mantissa;
        if (small == 0)
        {
            return default;
        }

        while (small % 10 == 0)
        {
            small /= 10;
            exponent++;
        }

        return new Amount(small, null, exponent);
    }

    public static Amount Create(BigInteger mantissa, long exponent)
    {
        while (mantissa < long.MinValue || mantissa > long.MaxValue)
        {
            BigInteger tenth = BigInteger.DivRem(mantissa, 10, out BigInteger digit);
            if (!digit.IsZero)
            {
                return new Amount(0, mantissa, exponent);
            }

            mantissa = tenth;
            exponent++;
        }

        return Create((Int128)(long)mantissa, exponent);
    }

    /// <exception cref="OverflowException">The exact sum has more than 4096 digits.</exception>
    public static Amount Add(in Amount left, in Amount right)
    {
        if (left.IsZero || right.IsZero)
        {
            return left.IsZero ? right : left;
        }

        long exponent = Math.Min(left.Exponent, right.Exponent);
        if (Math.Max(left.Top, right.Top) - exponent > MaxDigits)
        {
            throw new OverflowException($"the sum of two quantities has more than {MaxDigits} digits");
        }

        if (left._large is null && right._large is null && left.Exponent - exponent <= 18 && right.Exponent - exponent <= 18)
        {
            // At most 2^63 × 10^18 each, so the sum is below 2^124.
            return Create(left.Scaled(exponent) + right.Scaled(exponent), exponent);
        }

        return Create(left.WideAt(exponent) + right.WideAt(exponent), exponent);
    }

    public Amount Negate() => _large is BigInteger large ? Create(-large, Exponent) : Create(-(Int128)_small, Exponent);

    /// <summary>The number × 2^<paramref name="power"/>, 0 to 60.</summary>
    public Amount TimesPowerOfTwo(int power) =>
        _large is BigInteger large ? Create(large << power, Exponent) : Create((Int128)_small << power, Exponent);

    /// <summary>The nearest multiple of 10^<paramref name="exponent"/> that is not smaller in magnitude.</summary>
    public Amount RoundAwayFromZero(long exponent)
    {
        if (IsZero || Exponent >= exponent)
        {
            return this;
        }
        // A normal mantissa ends in a digit other than 0, so there is always something to round.
        return Top <= exponent
            ? Create((Int128)Sign, exponent)
            : Create((Mantissa / BigInteger.Pow(10, (int)(exponent - Exponent))) + Sign, exponent);
    }

    /// <summary>The mantissa when the number is written with <paramref name="exponent"/>, at most its own; grows with the distance.</summary>
    public BigInteger WideAt(long exponent) =>
        IsZero ? BigInteger.Zero : Mantissa * BigInteger.Pow(10, checked((int)(Exponent - exponent)));

    /// <summary>True, with the number itself, when it is an integer of 64 bits.</summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (_large is not null || Exponent < 0 || Exponent > 18)
        {
            return IsZero;
        }

        Int128 wide = Scaled(0);
        if (wide < long.MinValue || wide > long.MaxValue)
        {
            return false;
        }

        value = (long)wide;
        return true;
    }

    public int CompareTo(Amount other)
    {
        int sign = Sign;
        if (sign != other.Sign || sign == 0)
        {
            return sign.CompareTo(other.Sign);
        }
        // Magnitudes differ by their digits first: 10^999999999 is never written out.
        (long top, long otherTop) = (Top, other.Top);
        if (top != otherTop)
        {
            return top > otherTop ? sign : -sign;
        }

        if (_large is null && other._large is null)
        {
            // Equal tops: the exponents differ by no more than the digits do, and 19 digits fit 64 bits unsigned.
            long shift = Exponent - other.Exponent;
            ulong mine = shift > 0 ? Magnitude * Powers.Ten(shift) : Magnitude;
            ulong others = shift < 0 ? other.Magnitude * Powers.Ten(-shift) : other.Magnitude;
            return mine.CompareTo(others) * sign;
        }

        long exponent = Math.Min(Exponent, other.Exponent);
        return WideAt(exponent).CompareTo(other.WideAt(exponent));
    }

    public bool Equals(Amount other) =>
        _small == other._small && Exponent == other.Exponent && Equals(_large, other._large);

    public override bool Equals(object? obj) => obj is Amount other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_small, _large, Exponent);

    private Int128 Scaled(long exponent) => (Int128)_small * Powers.Ten(Exponent - exponent);
}
