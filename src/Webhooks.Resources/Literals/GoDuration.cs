using System.Buffers;

namespace Webhooks.Resources.Literals;

/// <summary>Durations as Go writes them: <c>500ms</c>, <c>60s</c>, <c>1h30m</c>, <c>1.5s</c>.</summary>
/// <remarks>Source: <c>time.ParseDuration</c>. Parts below 100 ns, the tick of a <see cref="TimeSpan"/>, are dropped.</remarks>
public static class GoDuration
{
    /// <summary>2^63 ns: the most that Go can hold, about 292 years, and only below zero.</summary>
    private const ulong Most = 1UL << 63;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

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

        if (rest.IsEmpty)
        {
            return false;
        }

        ulong nanoseconds = 0;
        while (!rest.IsEmpty)
        {
            int digits = rest.IndexOfAnyExcept(NumberCharacters);
            if (digits <= 0)
            {
                return false;
            }

            ReadOnlySpan<char> number = rest[..digits];
            rest = rest[digits..];
            int next = rest.IndexOfAny(NumberCharacters);
            ReadOnlySpan<char> unit = next < 0 ? rest : rest[..next];
            rest = rest[unit.Length..];
            if (UnitOf(unit) is not { } size || !TryAdd(number, size, ref nanoseconds))
            {
                return false;
            }
        }

        if (nanoseconds == Most && !isNegative)
        {
            return false;
        }

        long ticks = (long)(nanoseconds / TimeSpan.NanosecondsPerTick);
        duration = TimeSpan.FromTicks(isNegative ? -ticks : ticks);
        return true;
    }

    private static bool TryAdd(ReadOnlySpan<char> number, ulong unit, ref ulong nanoseconds)
    {
        int point = number.IndexOf('.') is >= 0 and var dot ? dot : number.Length;
        ReadOnlySpan<char> fraction = number[Math.Min(point + 1, number.Length)..];
        if ((point == 0 && fraction.IsEmpty) || fraction.Contains('.') || !TryReadWhole(number[..point], out ulong whole) || whole > Most / unit)
        {
            return false;
        }

        ulong part = (whole * unit) + PartOf(fraction, unit);
        nanoseconds += part;
        return part <= Most && nanoseconds <= Most;
    }

    private static bool TryReadWhole(ReadOnlySpan<char> digits, out ulong whole)
    {
        whole = 0;
        foreach (char digit in digits)
        {
            if (whole > Most / 10)
            {
                return false;
            }

            whole = (whole * 10) + (ulong)(digit - '0');
        }

        return whole <= Most;
    }

    /// <summary>The nanoseconds of a fraction, rounded as Go rounds; digits beyond 63 bits count for nothing.</summary>
    private static ulong PartOf(ReadOnlySpan<char> digits, ulong unit)
    {
        ulong part = 0;
        double scale = 1;
        foreach (char digit in digits)
        {
            ulong longer = part > (Most - 1) / 10 ? ulong.MaxValue : (part * 10) + (ulong)(digit - '0');
            if (longer > Most)
            {
                break;
            }

            part = longer;
            scale *= 10;
        }

        return (ulong)(part * (unit / scale));
    }

    /// <summary>Nanoseconds.</summary>
    private static ulong? UnitOf(ReadOnlySpan<char> unit) => unit switch
    {
        "ns" => 1,
        "us" or "µs" or "μs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => null,
    };
}
