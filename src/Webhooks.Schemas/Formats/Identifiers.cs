using System.Buffers;
using System.Text.RegularExpressions;

namespace Webhooks.Schemas.Formats;

/// <summary>Numbers and ids. Source: kube-openapi's <c>strfmt</c> and the validators it carries along.</summary>
internal static class Identifiers
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly Regex Uuid = new(@"^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\z", Options);

    private static readonly Regex Card = new(
        @"^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35[0-9]{3})[0-9]{11})\z",
        Options);

    private static readonly Regex SocialSecurity = new(@"^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}\z", Options);

    /// <summary>24 hexadecimal digits.</summary>
    public static bool IsObjectId(string text) => text.Length == 24 && !text.AsSpan().ContainsAnyExcept(HexDigits);

    /// <summary>A UUID of any version, dashes optional.</summary>
    public static bool IsUuid(string text) => Uuid.IsMatch(text);

    /// <summary>A UUID of that version; of 4 and 5 the variant is looked at too.</summary>
    public static bool IsUuid(string text, char version)
    {
        if (!IsUuid(text))
        {
            return false;
        }

        string digits = text.Replace("-", "", StringComparison.Ordinal);
        return digits[12] == version && (version == '3' || digits[16] is '8' or '9' or 'a' or 'b' or 'A' or 'B');
    }

    /// <summary>A number of one of the known cards with the right last digit (Luhn); whatever is no digit does not count.</summary>
    public static bool IsCreditCard(string text)
    {
        string digits = string.Concat(text.Where(char.IsAsciiDigit));
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return Card.IsMatch(digits) && sum % 10 == 0;
    }

    /// <summary>A social security number of the United States with both separators.</summary>
    public static bool IsSocialSecurity(string text) => text.Length == 11 && SocialSecurity.IsMatch(text);
}
