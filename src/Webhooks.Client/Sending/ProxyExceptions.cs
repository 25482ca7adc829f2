using System.Globalization;
using System.Net;

namespace Webhooks.Client.Sending;

/// <summary>What <c>NO_PROXY</c> leaves out, as Go reads it: names with what is below them, addresses and their ranges, each with a port or without.</summary>
internal sealed class ProxyExceptions(string list)
{
    private readonly string[] _entries = list.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a server is to be asked through a proxy. This very machine never is.</summary>
    /// <param name="host">A name, or an address without brackets.</param>
    /// <param name="port">The port.</param>
    public bool Applies(string host, int port)
    {
        host = host.ToLowerInvariant();
        IPAddress? address = IPAddress.TryParse(host, out IPAddress? parsed) ? parsed : null;
        if (host == "localhost" || (address is not null && IPAddress.IsLoopback(address)))
        {
            return false;
        }

        return !_entries.Any(entry => entry == "*" || Covers(entry, host, address, port.ToString(CultureInfo.InvariantCulture)));
    }

    private static bool Covers(string entry, string host, IPAddress? address, string port)
    {
        if (entry.Contains('/', StringComparison.Ordinal))
        {
            return address is not null && IPNetwork.TryParse(entry, out IPNetwork range) && range.Contains(address);
        }

        (string name, string onlyPort) = Split(entry);
        if (name.Length == 0 || (onlyPort.Length > 0 && onlyPort != port))
        {
            return false;
        }

        if (IPAddress.TryParse(name, out IPAddress? one))
        {
            return one.Equals(address);
        }

        string suffix = name.StartsWith("*.", StringComparison.Ordinal) ? name[1..] : name;
        return suffix[0] == '.'
            ? host.EndsWith(suffix, StringComparison.Ordinal)
            : host == suffix || host.EndsWith("." + suffix, StringComparison.Ordinal);
    }

    // "a:80", "[::1]:80", "[::1]", and "::1", where a colon parts nothing.
    private static (string Name, string Port) Split(string entry)
    {
        if (entry.StartsWith('[') && entry.IndexOf(']', StringComparison.Ordinal) is > 0 and int end)
        {
            return (entry[1..end], entry[(end + 1)..].TrimStart(':'));
        }

        int colon = entry.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && colon == entry.LastIndexOf(':') ? (entry[..colon], entry[(colon + 1)..]) : (entry, "");
    }
}
