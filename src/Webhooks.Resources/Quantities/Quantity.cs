using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;

namespace Webhooks.Resources.Quantities;

/// <summary>
/// An exact amount of a resource, as Kubernetes reads and writes it: <c>500m</c>, <c>1.5Gi</c>, <c>1e3</c>.
/// </summary>
/// <remarks>
/// The default is zero. Parsed values are multiples of 10^-9: finer ones are rounded away from zero. Those with a
/// binary suffix are cut down to ±(2^63-1); the others are not bounded, whatever Go's doc comment says. Equality,
/// order and hash go by the number: <c>1Ki</c> equals <c>1024</c>. Immutable and thread safe. Numbers whose digits
/// fit 64 bits are compared and added without allocation. Source: k8s.io/apimachinery/pkg/api/resource, 0.36.2.
/// </remarks>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    /// <summary>How many characters a quantity may have: 1024. kube-apiserver sets no such limit.</summary>
    public const int MaxLength = 1024;

    private readonly Amount _amount;
    private readonly string? _spelling;

    internal Quantity(Amount amount, QuantityFormat format, string? spelling)
    {
        _amount = amount;
        Format = format;
        _spelling = spelling;
    }

    /// <summary>How the quantity is written.</summary>
    public QuantityFormat Format { get; }

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _amount.Sign;

    /// <summary>Whether the number is zero.</summary>
    public bool IsZero => _amount.IsZero;

    /// <summary>Whether the number has no fraction.</summary>
    public bool IsInteger => _amount.Exponent >= 0;

    /// <summary>The number rounded away from zero to an integer; beyond 64 bits the nearest end of their range.</summary>
    public long Value => RoundedAt(0);

    /// <summary>The number of thousandths, rounded and limited as <see cref="Value"/> is.</summary>
    public long MilliValue => RoundedAt(-3);

    /// <summary>The quantity of <paramref name="value"/> units.</summary>
    public static Quantity FromInt64(long value, QuantityFormat format = QuantityFormat.DecimalSI) =>
        new Quantity(Amount.Create((Int128)value, 0), format, null);

    /// <summary>The quantity of <paramref name="thousandths"/> thousandths of a unit.</summary>
    public static Quantity FromMilli(long thousandths, QuantityFormat format = QuantityFormat.DecimalSI) =>
        new Quantity(Amount.Create((Int128)thousandths, -3), format, null);

    /// <summary>The quantity that <paramref name="text"/> says.</summary>
    /// <exception cref="FormatException">It says none; the message is one of <see cref="QuantityError"/>.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out Quantity quantity, out string? error) ? quantity : throw new FormatException(error);

    /// <summary>True, with the quantity, when <paramref name="text"/> is one; null is none.</summary>
    public static bool TryParse(string? text, out Quantity quantity) => TryParse(text.AsSpan(), out quantity, out _);

    /// <summary>True, with the quantity, when <paramref name="text"/> is one.</summary>
    /// <remarks>White space is not trimmed: who reads it from JSON trims it, as the API server does.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, out Quantity quantity) => TryParse(text, out quantity, out _);

    /// <summary>True, with the quantity, when <paramref name="text"/> is one; else the reason why not.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Quantity quantity, [NotNullWhen(false)] out string? error)
    {
        Quantity? parsed = QuantityParser.Parse(text, out error);
        quantity = parsed.GetValueOrDefault();
        return parsed.HasValue;
    }

    /// <summary>True, with the quantity, when the text in <paramref name="utf8"/> is one.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Quantity quantity) => TryParse(utf8, out quantity, out _);

    /// <summary>True, with the quantity, when the text in <paramref name="utf8"/> is one; else the reason why not.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Quantity quantity, [NotNullWhen(false)] out string? error)
    {
        if (utf8.Length > MaxLength)
        {
            quantity = default;
            error = QuantityError.Length;
            return false;
        }
        // Byte by byte: the grammar is ASCII, and any other byte becomes a character that it refuses.
        Span<char> text = stackalloc char[utf8.Length];
        Encoding.Latin1.GetChars(utf8, text);
        return TryParse(text, out quantity, out error);
    }

    /// <summary>True, with the number itself, when it is an integer of 64 bits.</summary>
    public bool TryGetInt64(out long value) => _amount.TryGetInt64(out value);

    /// <summary>The exact sum, in this quantity's format; in the other's when this one is zero.</summary>
    /// <exception cref="OverflowException">The sum has more than 4096 digits, as <c>1e999999999</c> and 1 have.</exception>
    public Quantity Add(Quantity other) =>
        new Quantity(Amount.Add(_amount, other._amount), IsZero ? other.Format : Format, null);

    /// <summary>The exact difference, in this quantity's format; in the other's when this one is zero.</summary>
    /// <exception cref="OverflowException">The difference has more than 4096 digits.</exception>
    public Quantity Subtract(Quantity other) => Add(other.Negate());

    /// <summary>The quantity with the other sign.</summary>
    public Quantity Negate() => new Quantity(_amount.Negate(), Format, null);

    /// <summary>Negative when this number is the smaller, zero when they are equal, positive when it is the greater.</summary>
    public int CompareTo(Quantity other) => _amount.CompareTo(other._amount);

    /// <summary>Whether both are the same number, however written.</summary>
    public bool Equals(Quantity other) => _amount.Equals(other._amount);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _amount.GetHashCode();

    /// <summary>The text that the API server stores and shows: canonical, but for the few spellings that Go lets through.</summary>
    /// <remarks>
    /// <c>0.5</c> gives <c>500m</c> and <c>1.5Gi</c> gives <c>1536Mi</c>; <c>1.500</c>, <c>+5</c> and <c>1E3</c> stay as
    /// they are. Parsing it again gives an equal quantity, always: from 10^21 up Go prints another number
    /// (<c>1000E</c> as <c>1</c>), and this does not follow it there.
    /// </remarks>
    public override string ToString() => _spelling ?? QuantityText.Write(_amount, Format);

    /// <summary>As <see cref="Equals(Quantity)"/>.</summary>
    public static bool operator ==(Quantity left, Quantity right) => left.Equals(right);

    /// <summary>The opposite of <see cref="Equals(Quantity)"/>.</summary>
    public static bool operator !=(Quantity left, Quantity right) => !left.Equals(right);

    /// <summary>Whether the left number is the smaller one.</summary>
    public static bool operator <(Quantity left, Quantity right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is not the greater one.</summary>
    public static bool operator <=(Quantity left, Quantity right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is the greater one.</summary>
    public static bool operator >(Quantity left, Quantity right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is not the smaller one.</summary>
    public static bool operator >=(Quantity left, Quantity right) => left.CompareTo(right) >= 0;

    /// <summary>As <see cref="Add"/>.</summary>
    public static Quantity operator +(Quantity left, Quantity right) => left.Add(right);

    /// <summary>As <see cref="Subtract"/>.</summary>
    public static Quantity operator -(Quantity left, Quantity right) => left.Subtract(right);

    /// <summary>As <see cref="Negate"/>.</summary>
    public static Quantity operator -(Quantity quantity) => quantity.Negate();

    private long RoundedAt(int exponent)
    {
        Amount rounded = _amount.RoundAwayFromZero(exponent);
        if (!rounded.IsZero && rounded.Top - exponent > 19)
        {
            return Sign > 0 ? long.MaxValue : long.MinValue;
        }

        BigInteger value = rounded.WideAt(exponent);
        return value > long.MaxValue ? long.MaxValue : value < long.MinValue ? long.MinValue : (long)value;
    }
}
