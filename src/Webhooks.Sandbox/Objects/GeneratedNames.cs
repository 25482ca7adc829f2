using System.Security.Cryptography;

namespace Webhooks.Sandbox.Objects;

/// <summary>Names made of a prefix and five characters by chance.</summary>
/// <remarks>As <c>k8s.io/apiserver/pkg/storage/names</c>: no vowels, and nothing that looks like another.</remarks>
internal static class GeneratedNames
{
    private const int Longest = 63;
    private const int Suffix = 5;

    /// <summary>A name that starts with as much of the prefix as leaves room for the rest.</summary>
    public static string From(string prefix) =>
        (prefix.Length > Longest - Suffix ? prefix[..(Longest - Suffix)] : prefix)
        + RandomNumberGenerator.GetString("bcdfghjklmnpqrstvwxz2456789", Suffix);
}
