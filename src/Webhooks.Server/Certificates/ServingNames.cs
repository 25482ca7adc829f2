using System.Net;
using Webhooks.Resources.Names;

namespace Webhooks.Server.Certificates;

/// <summary>The names that a self-signed certificate is for, in one spelling: DNS names in lower case, IP addresses as .NET writes them.</summary>
internal static class ServingNames
{
    private static readonly string[] OfThisMachine = ["localhost", "127.0.0.1", "::1"];

    /// <summary>The names given, and those by which a client on the same machine or network calls it.</summary>
    /// <param name="given">What <c>--tls-san</c> says.</param>
    /// <param name="hostName">The machine's name; left out when it can't be a DNS name.</param>
    /// <exception cref="CertificateException">One of the names given is neither a DNS name nor an IP address.</exception>
    public static IReadOnlyList<string> For(IEnumerable<string> given, string hostName)
    {
        IEnumerable<string> own = Normalize(hostName) is { } name ? [.. OfThisMachine, name] : OfThisMachine;
        return
        [
            .. own.Concat(given.Select(text => Normalize(text)
                ?? throw new CertificateException($"--tls-san: '{text}' is neither a DNS name nor an IP address; give names as webhooks.example.com or 192.0.2.7")))
                .Distinct(),
        ];
    }

    private static string? Normalize(string text)
    {
        if (IpAddress.Problems(text) is [])
        {
            return IPAddress.Parse(text).ToString();
        }

        string name = text.ToLowerInvariant();
        string[] labels = (name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name).Split('.');
        return name.Length <= DnsSubdomain.MaxLength
            && Array.TrueForAll(labels, label => DnsLabel.Problems(label) is [])
            // What ends in a number is an address that is not well.
            && labels[^1].AsSpan().ContainsAnyExceptInRange('0', '9')
            ? name
            : null;
    }
}
