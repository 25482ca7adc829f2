using System.Buffers;

namespace Webhooks.Resources.Names;

/// <summary>Domains that resolv.conf searches: DNS subdomains in which labels may have underscores, with a dot at the end or not.</summary>
public static class SearchDomain
{
    private const string Label = "_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("-_abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly string TooLong = Wording.TooLong(DnsSubdomain.MaxLength, "characters");

    private static readonly string Malformed = Wording.Regex(
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character",
        $"{Label}(\\.{Label})*",
        "example.com");

    /// <summary>
    /// What is wrong with <paramref name="value"/> as an item of <c>dnsConfig.searches</c>, worded as
    /// <c>validation.IsDNS1123SubdomainWithUnderscore</c>; empty when nothing is. The root, <c>.</c>, is well.
    /// </summary>
    /// <remarks>Kubernetes before 1.33 takes neither underscores nor the root. Allocates nothing for a good one.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        ReadOnlySpan<char> domain = value.EndsWith('.') ? value.AsSpan(0, value.Length - 1) : value;
        return value == "." ? [] : (Wording.IsLongerThan(domain, DnsSubdomain.MaxLength), IsWellFormed(domain)) switch
        {
            (false, true) => [],
            (true, true) => [TooLong],
            (false, false) => [Malformed],
            (true, false) => [TooLong, Malformed],
        };
    }

    private static bool IsWellFormed(ReadOnlySpan<char> domain)
    {
        foreach (Range range in domain.Split('.'))
        {
            ReadOnlySpan<char> label = domain[range];
            ReadOnlySpan<char> rest = label is ['_', ..] ? label[1..] : label;
            if (rest is not [not ('-' or '_'), ..] or [.., '-' or '_'] || rest.ContainsAnyExcept(Allowed))
            {
                return false;
            }
        }

        return true;
    }
}
