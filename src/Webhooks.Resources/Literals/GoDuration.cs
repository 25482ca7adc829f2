using System.Buffers;
using System.Globalization;

namespace Webhooks.Resources.Literals;

/// <summary>Durations as Go writes them: <c>500ms</c>, <c>60s</c>, <c>1h30m</c>, <c>1.5s</c>.</summary>
/// <remarks>Source: <c>time.ParseDuration</c>. Parts below 100 ns, the tick of a <see cref="TimeSpan"/>, are dropped.</remarks>
public static class GoDuration
{
    private const int MostCharacters = 64;
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>The largest that Go can hold: 2^63-1 ns, about 292 years.</summary>
    private static readonly decimal MostNanoseconds = long.MaxValue;

    /// <summary>Reads a duration: a sign, then numbers with a unit each (<c>ns us µs ms s m h</c>); <c>0</c> needs no unit.</summary>
    /// <param name="text">The text; white space is refused.</param>
    /// <param name="duration">What it says; zero when it can't be read.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        bool isNegative = text.StartsWith("-");
        ReadOnlySpan<char> rest = text is ['-' or '+', ..] ? text[1..] : text;
        if (rest is "0")
        {
            return true;
        }

        if (rest.IsEmpty || text.Length > MostCharacters)
        {
            return false;
        }

        decimal nanoseconds = 0;
        while (!rest.IsEmpty)
        {
            int digits = rest.IndexOfAnyExcept(NumberCharacters);
            if (digits <= 0 || !TryReadNumber(rest[..digits], out decimal number))
            {
                return false;
            }

            rest = rest[digits..];
            int next = rest.IndexOfAny(NumberCharacters);
            ReadOnlySpan<char> unit = next < 0 ? rest : rest[..next];
            rest = rest[unit.Length..];
            if (UnitOf(unit) is not { } size || number > MostNanoseconds / size)
            {
                return false;
            }

            nanoseconds += number * size;
            if (nanoseconds > MostNanoseconds)
            {
                return false;
            }
        }

        long ticks = (long)(nanoseconds / TimeSpan.NanosecondsPerTick);
        duration = TimeSpan.FromTicks(isNegative ? -ticks : ticks);
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out decimal number)
    {
        number = 0;
        return digits.Count('.') <= 1 && digits.IndexOfAnyInRange('0', '9') >= 0
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Nanoseconds.</summary>
    private static decimal? UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1m,
        "us" or "µs" or "μs" => 1_000m,
        "ms" => 1_000_000m,
        "s" => 1_000_000_000m,
        "m" => 60_000_000_000m,
        "h" => 3_600_000_000_000m,
        _ => null,
    };
}
