using System.Globalization;
using Webhooks.Resources.Literals;

namespace Webhooks.Resources.Yaml;

/// <summary>Floats as go-yaml v2 reads them and as Go writes them.</summary>
public static class GoFloat
{
    /// <summary>
    /// Reads <c>[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?</c>; a value beyond float64 is none
    /// (go-yaml leaves it a string), one below its smallest is 0.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        return IsStyle(text is ['-' or '+', ..] ? text[1..] : text) &&
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) &&
            double.IsFinite(value);
    }

    /// <summary>
    /// The member name that sigs.k8s.io/yaml makes of a float key: <c>FormatFloat(f, 'g', -1, 32)</c>, so rounded
    /// to a float32 and with an exponent from a million on; <c>.inf</c> beyond its range.
    /// </summary>
    public static string ToName(double value)
    {
        float single = (float)value;
        if (!float.IsFinite(single))
        {
            return single > 0 ? ".inf" : "-.inf";
        }

        ShortestDigits shortest = ShortestDigits.Of(single.ToString("R", CultureInfo.InvariantCulture));
        return shortest.Exponent is < -4 or >= 6 ? shortest.Exponential(2) : shortest.Decimal();
    }

    /// <summary>Whether each <c>_</c> stands between digits, where Go's float syntax allows it.</summary>
    public static bool HasUnderscoresBetweenDigits(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' &&
                (i == 0 || i + 1 == text.Length || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsStyle(ReadOnlySpan<char> text)
    {
        int whole = Digits(text);
        ReadOnlySpan<char> rest = text[whole..];
        if (rest is ['.', ..])
        {
            int fraction = Digits(rest[1..]);
            if (whole + fraction == 0)
            {
                return false;
            }

            rest = rest[(1 + fraction)..];
        }
        else if (whole == 0)
        {
            return false;
        }

        if (rest is ['e' or 'E', ..])
        {
            rest = rest[1..];
            rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
            return !rest.IsEmpty && Digits(rest) == rest.Length;
        }

        return rest.IsEmpty;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
