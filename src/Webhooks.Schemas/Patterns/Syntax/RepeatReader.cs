using System.Globalization;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>Reads <c>{2}</c>, <c>{2,}</c> and <c>{2,5}</c>.</summary>
internal static class RepeatReader
{
    /// <summary>The greatest count, and the greatest product of counts inside one another.</summary>
    public const int MostRepeats = 1000;

    /// <summary>The least and the most times, -1 for any number; <c>null</c>, and no step on, where the brace is just a brace.</summary>
    public static (int Least, int Most)? Read(PatternCursor cursor)
    {
        int start = cursor.At++;
        int? least = Count(cursor);
        int? most = cursor.Take(",") ? cursor.Peek() == '}' ? -1 : Count(cursor) : least;
        if (least is not { } from || most is not { } to || !cursor.Take("}"))
        {
            cursor.At = start;
            return null;
        }

        return from > MostRepeats || to > MostRepeats || (to >= 0 && from > to)
            ? throw cursor.Refused(PatternErrorKind.RepeatCount, start)
            : (from, to);
    }

    /// <summary>Digits, without a zero before them. What is beyond the limit is just beyond it.</summary>
    private static int? Count(PatternCursor cursor)
    {
        int start = cursor.At;
        while (char.IsAsciiDigit(cursor.Peek()))
        {
            cursor.At++;
        }

        string digits = cursor.Since(start);
        return digits.Length == 0 || (digits[0] == '0' && digits.Length > 1) ? null
            : digits.Length > 4 ? MostRepeats + 1
            : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
