using System.Globalization;
using Webhooks.Resources.Names;

namespace Webhooks.Schemas.Formats;

/// <summary>Addresses of networks and machines.</summary>
internal static class Addresses
{
    /// <summary>An address with a dot in it: leading zeros are decimal, and <c>::ffff:1.2.3.4</c> is one.</summary>
    public static bool IsV4(string text) => text.Contains('.', StringComparison.Ordinal) && IpAddress.IsAddress(text, allowsZeros: true, out _);

    /// <summary>An address with a colon in it; no zone, no brackets.</summary>
    public static bool IsV6(string text) => text.Contains(':', StringComparison.Ordinal) && IpAddress.IsAddress(text, allowsZeros: false, out _);

    /// <summary>An address and the length of its prefix; bits beyond the prefix may be set.</summary>
    public static bool IsCidr(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !IpAddress.IsAddress(text[..slash], allowsZeros: true, out bool isV4))
        {
            return false;
        }

        ReadOnlySpan<char> digits = text.AsSpan(slash + 1);
        ReadOnlySpan<char> significant = digits.TrimStart('0');
        return !digits.IsEmpty
            && !digits.ContainsAnyExceptInRange('0', '9')
            && (significant.IsEmpty || (significant.Length <= 3
                && int.TryParse(significant, NumberStyles.None, CultureInfo.InvariantCulture, out int length)
                && length <= (isV4 ? 32 : 128)));
    }

    /// <summary>6, 8 or 20 bytes: pairs of digits with <c>:</c> or <c>-</c> between, fours with dots, or digits only. Source: <c>net.ParseMAC</c> of Go 1.26.</summary>
    public static bool IsMac(string text)
    {
        char separator = text.Length > 4 && text[2] is ':' or '-' ? text[2] : text.Length > 4 && text[4] == '.' ? '.' : '\0';
        int group = separator == '.' ? 4 : 2;
        if (separator == '\0')
        {
            return text.Length is 12 or 16 or 40 && text.All(char.IsAsciiHexDigit);
        }

        string[] groups = text.Split(separator);
        return groups.Length * group / 2 is 6 or 8 or 20 && groups.All(digits => digits.Length == group && digits.All(char.IsAsciiHexDigit));
    }
}
