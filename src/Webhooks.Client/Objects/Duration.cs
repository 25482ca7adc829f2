using System.Buffers;
using System.Globalization;
using System.Text.Json.Serialization;
using Webhooks.Resources.Literals;

namespace Webhooks.Client.Objects;

/// <summary>A time that something takes, to the nanosecond, as Go has it; 292 years at most.</summary>
/// <param name="Nanoseconds">Below zero for a time backwards.</param>
[JsonConverter(typeof(DurationConverter))]
public readonly record struct Duration(long Nanoseconds)
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>The duration of that length.</summary>
    /// <exception cref="OverflowException">It is longer than 292 years.</exception>
    public static Duration FromTimeSpan(TimeSpan time) => new(checked(time.Ticks * TimeSpan.NanosecondsPerTick));

    /// <summary>Its length, with what is shorter than 100 ns dropped.</summary>
    public TimeSpan ToTimeSpan() => TimeSpan.FromTicks(Nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>True, with the duration, for a text as Go reads one: a sign, then numbers with a unit each.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Duration duration)
    {
        duration = default;
        if (!GoDuration.TryParse(text, out TimeSpan time))
        {
            return false;
        }

        // A TimeSpan has steps of 100 ns, and drops towards zero what is below: Go's own texts have that in their last digits.
        duration = new Duration(checked(time.Ticks * TimeSpan.NanosecondsPerTick) + BelowTick(text));
        return true;
    }

    /// <summary>As Go prints it: <c>1h30m0s</c>, <c>1.5s</c>, <c>2µs</c>, <c>0s</c>.</summary>
    public override string ToString()
    {
        ulong length = Nanoseconds < 0 ? unchecked((ulong)-Nanoseconds) : (ulong)Nanoseconds;
        string sign = Nanoseconds < 0 ? "-" : "";
        return sign + length switch
        {
            0 => "0s",
            < 1_000 => $"{length}ns",
            < 1_000_000 => Text(length, 1_000) + "µs",
            < 1_000_000_000 => Text(length, 1_000_000) + "ms",
            _ => OfSeconds(length),
        };
    }

    private static string OfSeconds(ulong length)
    {
        (ulong minutes, ulong rest) = Math.DivRem(length, 60_000_000_000UL);
        (ulong hours, ulong minute) = Math.DivRem(minutes, 60UL);
        string seconds = Text(rest, 1_000_000_000) + "s";
        return hours > 0 ? $"{hours}h{minute}m{seconds}" : minute > 0 ? $"{minute}m{seconds}" : seconds;
    }

    private static string Text(ulong length, uint unit) => ((decimal)length / unit).ToString("0.#########", CultureInfo.InvariantCulture);

    // Each number with its unit, modulo 100 ns; the sum of them all is what a TimeSpan dropped.
    private static long BelowTick(ReadOnlySpan<char> text)
    {
        decimal sum = 0;
        int start = text is ['-' or '+', ..] ? 1 : 0;
        while (start < text.Length)
        {
            int digits = text[start..].IndexOfAnyExcept(NumberCharacters);
            if (digits < 0)
            {
                break;
            }

            ReadOnlySpan<char> number = text.Slice(start, digits);
            int unit = text[(start + digits)..].IndexOfAny(NumberCharacters);
            ReadOnlySpan<char> of = unit < 0 ? text[(start + digits)..] : text.Slice(start + digits, unit);
            sum += decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * SizeOf(of);
            start += digits + of.Length;
        }

        long below = (long)(decimal.Truncate(sum) % TimeSpan.NanosecondsPerTick);
        return text is ['-', ..] ? -below : below;
    }

    private static decimal SizeOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1m,
        "ms" => 1_000_000m,
        "s" => 1_000_000_000m,
        "m" => 60_000_000_000m,
        "h" => 3_600_000_000_000m,
        _ => 1_000m,
    };
}
