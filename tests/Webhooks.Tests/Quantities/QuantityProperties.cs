using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Quantities;
using Xunit;

namespace Webhooks.Tests.Quantities;

public class QuantityProperties
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2017, 305);

    private static readonly Gen<string> Numbers =
        from sign in Gen.Elements("", "", "", "-", "+")
        from integer in Digits(0, 24)
        from point in Gen.Elements("", "", ".")
        from fraction in point.Length == 0 ? Gen.Constant("") : Digits(0, 14)
        select sign + integer + point + fraction;

    private static readonly Gen<string> Texts =
        from number in Numbers
        from suffix in Gen.Elements("", "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e0", "e3", "E-7", "e21")
        select number + suffix;

    private static readonly Gen<string> Noise =
        Gen.Elements("0123456789.+-eEinumkKMGTPx ".ToCharArray()).ArrayOf().Select(letters => new string(letters));

    private static readonly Gen<Quantity> Quantities =
        Texts.Where(text => Quantity.TryParse(text, out _)).Select(Quantity.Parse);

    [Fact]
    public void What_is_written_reads_back_as_the_same_quantity()
    {
        Prop.ForAll(Quantities.ToArbitrary(), quantity =>
        {
            Quantity again = Quantity.Parse(quantity.ToString());
            return again == quantity && again.ToString() == quantity.ToString();
        }).Check(Repeatable);
    }

    [Fact]
    public void Arithmetic_agrees_with_that_of_whole_nanos()
    {
        Prop.ForAll(Quantities.Two().ToArbitrary(), pair =>
        {
            (Quantity a, Quantity b) = pair;
            (BigInteger nanosOfA, BigInteger nanosOfB) = (Nanos(a), Nanos(b));
            return Math.Sign(a.CompareTo(b)) == nanosOfA.CompareTo(nanosOfB)
                && a.Equals(b) == (nanosOfA == nanosOfB)
                && (a != b || a.GetHashCode() == b.GetHashCode())
                && Nanos(a + b) == nanosOfA + nanosOfB
                && Nanos(a - b) == nanosOfA - nanosOfB
                && a + b - b == a;
        }).Check(Repeatable);
    }

    [Fact]
    public void Any_text_gives_the_same_answer_in_either_encoding()
    {
        Prop.ForAll(Gen.OneOf(Noise, Texts).ToArbitrary(), text =>
        {
            bool read = Quantity.TryParse(text.AsSpan(), out Quantity quantity, out string? error);
            bool readUtf8 = Quantity.TryParse(Encoding.UTF8.GetBytes(text), out Quantity sameQuantity, out string? sameError);
            return read == readUtf8
                && error == sameError
                && read == (error is null)
                && quantity == sameQuantity
                && quantity.ToString() == sameQuantity.ToString();
        }).Check(Repeatable);
    }

    private static Gen<string> Digits(int least, int most)
    {
        return from count in Gen.Choose(least, most)
               from digits in Gen.Elements("0001234567899".ToCharArray()).ArrayOf(count)
               select new string(digits);
    }

    /// <summary>The number in units of 10^-9, told by its text alone.</summary>
    private static BigInteger Nanos(Quantity quantity)
    {
        string unspelled = quantity.Negate().Negate().ToString();
        string suffix = unspelled.TrimStart('-').TrimStart("0123456789".ToCharArray());
        BigInteger number = BigInteger.Parse(unspelled[..^suffix.Length], CultureInfo.InvariantCulture);
        if (suffix.EndsWith('i'))
        {
            return (number << (("KMGTPE".IndexOf(suffix[0], StringComparison.Ordinal) * 10) + 10)) * 1_000_000_000;
        }

        int exponent = suffix.StartsWith('e')
            ? int.Parse(suffix[1..], CultureInfo.InvariantCulture)
            : ("num_kMGTPE".IndexOf(suffix.PadLeft(1, '_')[0], StringComparison.Ordinal) * 3) - 9;
        return number * BigInteger.Pow(10, exponent + 9);
    }
}
