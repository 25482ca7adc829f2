using System.Globalization;

namespace Webhooks.Resources.Literals;

/// <summary>One reading of a time, element by element of its layout.</summary>
internal ref struct GoTimeReading(string text, string layout)
{
    /// <summary>As the year 0 is one, which .NET doesn't have.</summary>
    private const int LeapYear = 4;

    private readonly bool _hasMicros = layout == GoTime.Micro;
    private int _position;
    private string? _problem;

    private readonly ReadOnlySpan<char> Rest => text.AsSpan(_position);

    /// <summary>Reads it.</summary>
    /// <param name="time">The time in UTC; what lies outside of the years 1 to 9999 is moved to their ends.</param>
    /// <returns>What is wrong; <c>null</c> where nothing is.</returns>
    public string? Read(out DateTime time)
    {
        time = default;
        int year = Year();
        Literal('-');
        int month = Number("01", 2, 1, 12, "month");
        Literal('-');
        int day = Number("02", 1, int.MinValue, int.MaxValue, "day");
        Literal('T');
        int hour = Number("15", 1, 0, 23, "hour");
        Literal(':');
        int minute = Number("04", 2, 0, 59, "minute");
        Literal(':');
        int second = Number("05", 2, 0, 59, "second");
        long ticks = Fraction();
        int offset = Zone();
        if (_problem == null && !Rest.IsEmpty)
        {
            _problem = GoTime.Failure(text, "extra text: " + GoTime.Quote(Rest.ToString()));
        }

        if (_problem == null && (day < 1 || day > DateTime.DaysInMonth(year == 0 ? LeapYear : year, month)))
        {
            _problem = GoTime.Failure(text, "day out of range");
        }

        if (_problem == null && year > 0)
        {
            long at = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + ticks - (offset * TimeSpan.TicksPerSecond);
            time = new DateTime(Math.Clamp(at, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        }

        return _problem;
    }

    private int Year()
    {
        ReadOnlySpan<char> rest = Rest;
        if (rest.Length < 4 || !int.TryParse(rest[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            Fail("2006");
            return 0;
        }

        _position += 4;
        return year;
    }

    private void Literal(char expected)
    {
        if (_problem != null)
        {
            return;
        }

        if (Rest is [var next, ..] && next == expected)
        {
            _position++;
        }
        else
        {
            Fail(expected.ToString());
        }
    }

    /// <summary>One or two digits, <paramref name="least"/> of them.</summary>
    private int Number(string element, int least, int smallest, int largest, string name)
    {
        if (_problem != null)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = Rest;
        bool hasOne = rest is [>= '0' and <= '9', ..];
        bool hasTwo = hasOne && rest is [_, >= '0' and <= '9', ..];
        if (!hasOne || (!hasTwo && least == 2))
        {
            Fail(element);
            return 0;
        }

        int digits = hasTwo ? 2 : 1;
        _position += digits;
        int number = int.Parse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
        if (number < smallest || number > largest)
        {
            _problem = GoTime.Failure(text, name + " out of range");
        }

        return number;
    }

    /// <summary>Decimals of the second, in ticks of 100 ns.</summary>
    private long Fraction()
    {
        if (_problem != null)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = Rest;
        bool begins = rest is ['.' or ',', >= '0' and <= '9', ..];
        if (!_hasMicros && !begins)
        {
            return 0;
        }

        int digits = begins ? rest[1..].IndexOfAnyExceptInRange('0', '9') : 0;
        digits = digits < 0 ? rest.Length - 1 : digits;
        if (_hasMicros && digits < 6)
        {
            Fail(".000000");
            return 0;
        }

        int read = _hasMicros ? 6 : digits;
        long ticks = 0;
        for (int i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < read ? rest[1 + i] - '0' : 0);
        }

        _position += 1 + read;
        return ticks;
    }

    /// <summary>Seconds east of UTC.</summary>
    private int Zone()
    {
        const string Element = "Z07:00";
        if (_problem != null)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = Rest;
        if (rest is ['Z', ..])
        {
            _position++;
            return 0;
        }

        if (rest.Length < 6 || rest[3] != ':' || rest[0] is not ('+' or '-') || rest[1..3].ContainsAnyExceptInRange('0', '9') || rest[4..6].ContainsAnyExceptInRange('0', '9'))
        {
            Fail(Element);
            return 0;
        }

        int hours = int.Parse(rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture);
        int minutes = int.Parse(rest[4..6], NumberStyles.None, CultureInfo.InvariantCulture);
        if (hours > 24 || minutes > 60)
        {
            _problem = GoTime.Failure(text, $"time zone offset {(hours > 24 ? "hour" : "minute")} out of range");
        }

        _position += 6;
        int seconds = ((hours * 60) + minutes) * 60;
        return rest[0] == '-' ? -seconds : seconds;
    }

    private void Fail(string element) => _problem ??= GoTime.Failure(text, layout, element, Rest.ToString());
}
