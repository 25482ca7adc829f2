using Webhooks.Resources.Literals;

namespace Webhooks.Resources.Names;

/// <summary>IP addresses in fields of the API, read as Go reads them and not as the C library or .NET does.</summary>
public static class IpAddress
{
    /// <summary>
    /// What is wrong with <paramref name="value"/> in a field that is older than strict checking (hostAliases, nameservers,
    /// hostIP); empty when nothing is.
    /// </summary>
    /// <remarks>
    /// Worded as <c>validation.IsValidIPForLegacyField</c> with StrictIPCIDRValidation, which is on since 1.36: no leading
    /// zeros, no IPv4 inside IPv6; <c>FE80:0::1</c> is well. No zones. Allocates nothing for a good one.
    /// </remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        Span<byte> bytes = stackalloc byte[IpText.Length];
        return Problems(value, bytes, out _);
    }

    /// <summary>What is wrong with <paramref name="value"/> in a newer field: as <see cref="Problems(string)"/>, and it must be in canonical form.</summary>
    /// <remarks>Worded as <c>validation.IsValidIP</c>; the canonical form of IPv6 is that of RFC 5952.</remarks>
    public static IReadOnlyList<string> CanonicalProblems(string value)
    {
        Span<byte> bytes = stackalloc byte[IpText.Length];
        IReadOnlyList<string> problems = Problems(value, bytes, out bool isV4);
        if (problems is not [])
        {
            return problems;
        }

        string canonical = IpText.Write(bytes, isV4);
        return value == canonical ? [] : [$"must be in canonical form ({GoString.Quote(canonical)})"];
    }

    /// <summary>Whether <paramref name="value"/> is an address to <c>net.ParseIP</c>, or with <paramref name="allowsZeros"/> to that of Go 1.16, which took leading zeros.</summary>
    /// <param name="value">The text; no zone, no brackets.</param>
    /// <param name="allowsZeros">Whether zeros may stand before an octet, and before a group of four digits.</param>
    /// <param name="isV4">Whether it is written as IPv4: <c>::ffff:1.2.3.4</c> is not.</param>
    public static bool IsAddress(string value, bool allowsZeros, out bool isV4)
    {
        Span<byte> bytes = stackalloc byte[IpText.Length];
        return IpText.TryRead(value, bytes, out isV4, out bool zeros) && (allowsZeros || !zeros);
    }

    private static IReadOnlyList<string> Problems(string value, Span<byte> bytes, out bool isV4)
    {
        if (!IpText.TryRead(value, bytes, out isV4, out bool zeros))
        {
            return ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"];
        }

        if (zeros)
        {
            return ["must not have leading 0s"];
        }

        return !isV4 && IpText.IsMapped(bytes) ? ["must not be an IPv4-mapped IPv6 address"] : [];
    }
}
