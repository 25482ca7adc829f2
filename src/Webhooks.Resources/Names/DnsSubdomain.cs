namespace Webhooks.Resources.Names;

/// <summary>DNS subdomains of RFC 1123: names of most objects, prefixes of label keys.</summary>
public static class DnsSubdomain
{
    /// <summary>How many bytes a subdomain may have: 253.</summary>
    public const int MaxLength = 253;

    private static readonly string TooLong = Wording.TooLong(MaxLength, "characters");

    private static readonly string Malformed = Wording.Regex(
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
        $"{DnsLabel.Expression}(\\.{DnsLabel.Expression})*",
        "example.com");

    /// <summary>What is wrong with <paramref name="value"/> as a subdomain, worded as <c>validation.IsDNS1123Subdomain</c>; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a subdomain.</remarks>
    public static IReadOnlyList<string> Problems(string value) => Problems(value, TooLong);

    /// <summary>The same with another sentence for what is too long: Kubernetes counts bytes in prefixes, "characters" elsewhere.</summary>
    internal static IReadOnlyList<string> Problems(ReadOnlySpan<char> value, string tooLong)
    {
        return (Wording.IsLongerThan(value, MaxLength), IsWellFormed(value)) switch
        {
            (false, true) => [],
            (true, true) => [tooLong],
            (false, false) => [Malformed],
            (true, false) => [tooLong, Malformed],
        };
    }

    /// <summary>Whether the characters are right, whatever the length.</summary>
    internal static bool IsWellFormed(ReadOnlySpan<char> value)
    {
        foreach (Range label in value.Split('.'))
        {
            if (!DnsLabel.IsWellFormed(value[label]))
            {
                return false;
            }
        }

        return true;
    }
}
