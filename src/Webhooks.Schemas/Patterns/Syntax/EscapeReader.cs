using System.Globalization;
using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>Reads escapes that stand for one character, in a class or outside.</summary>
internal static class EscapeReader
{
    /// <summary>The character of the escape whose backslash is next.</summary>
    public static int Read(PatternCursor cursor)
    {
        int start = cursor.At++;
        if (cursor.IsAtEnd)
        {
            throw new PatternException(PatternErrorKind.TrailingBackslash, "");
        }

        int escaped = cursor.Next();
        int? character = escaped switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            'x' => Hexadecimal(cursor),
            '0' => Octal(cursor, 0),
            >= '1' and <= '7' => IsOctal(cursor.Peek()) ? Octal(cursor, escaped - '0') : null, // alone, it would refer back
            < 0x80 when !char.IsAsciiLetterOrDigit((char)escaped) => escaped,
            _ => null,
        };
        return character ?? throw cursor.Refused(PatternErrorKind.Escape, start);
    }

    private static int Octal(PatternCursor cursor, int value)
    {
        for (int digits = 1; digits < 3 && IsOctal(cursor.Peek()); digits++)
        {
            value = (value * 8) + cursor.Next() - '0';
        }

        return value;
    }

    private static int? Hexadecimal(PatternCursor cursor)
    {
        if (cursor.IsAtEnd)
        {
            return null;
        }

        int first = cursor.Next();
        if (first == '{')
        {
            return Braced(cursor);
        }

        int high = Digit(first);
        int low = Digit(cursor.Next());
        return high < 0 || low < 0 ? null : (high * 16) + low;
    }

    private static int? Braced(PatternCursor cursor)
    {
        int value = 0;
        for (int digits = 0; !cursor.IsAtEnd; digits++)
        {
            int next = cursor.Next();
            if (next == '}')
            {
                return digits > 0 ? value : null;
            }

            value = (value * 16) + Digit(next);
            if (Digit(next) < 0 || value > CodePointSet.Last)
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsOctal(char unit) => unit is >= '0' and <= '7';

    private static int Digit(int character) =>
        character < 0x80 && char.IsAsciiHexDigit((char)character)
            ? int.Parse([(char)character], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : -1;
}
