using System.Globalization;
using System.Text;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>Takes quoted text in paths apart: escapes as Go's <c>strconv.UnquoteChar</c> knows them.</summary>
internal static class PathQuotes
{
    /// <summary>The text between the quotes; null where an escape is none.</summary>
    /// <param name="quoted">Text that starts and ends with the same quote.</param>
    public static string? Unquote(string quoted)
    {
        char quote = quoted[0];
        string inside = quoted[1..^1];
        StringBuilder text = new(inside.Length);
        for (int i = 0; i < inside.Length; i++)
        {
            if (inside[i] != '\\')
            {
                text.Append(inside[i]);
                continue;
            }

            if (++i == inside.Length || Escape(inside, ref i, quote) is not { } escaped)
            {
                return null;
            }

            text.Append(escaped);
        }

        return text.ToString();
    }

    private static string? Escape(string text, ref int index, char quote)
    {
        char kind = text[index];
        int digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            if (index + digits >= text.Length
                || !int.TryParse(text.AsSpan(index + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
                || !Rune.IsValid(code))
            {
                return null;
            }

            index += digits;
            return new Rune(code).ToString();
        }

        return kind switch
        {
            'a' => "\a",
            'b' => "\b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            '\\' => "\\",
            '\'' or '"' when kind == quote => kind.ToString(),
            _ => null,
        };
    }
}
