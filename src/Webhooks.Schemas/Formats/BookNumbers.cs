namespace Webhooks.Schemas.Formats;

/// <summary>International standard book numbers, with white space and dashes anywhere.</summary>
internal static class BookNumbers
{
    /// <summary>Ten digits, the last one or X right for the others.</summary>
    public static bool IsIsbn10(string text)
    {
        string digits = Strip(text);
        if (digits.Length != 10 || !digits[..9].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(digits[9]) || digits[9] == 'X'))
        {
            return false;
        }

        int sum = digits[9] == 'X' ? 100 : 10 * (digits[9] - '0');
        for (int i = 0; i < 9; i++)
        {
            sum += (i + 1) * (digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    /// <summary>Thirteen digits, the last right for the others.</summary>
    public static bool IsIsbn13(string text)
    {
        string digits = Strip(text);
        if (digits.Length != 13 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        int sum = 0;
        for (int i = 0; i < 12; i++)
        {
            sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
        }

        return digits[12] - '0' == (10 - (sum % 10)) % 10;
    }

    private static string Strip(string text) => string.Concat(text.Where(unit => unit is not (' ' or '-' or '\t' or '\n' or '\f' or '\r')));
}
