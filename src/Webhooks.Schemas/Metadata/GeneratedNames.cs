using System.Security.Cryptography;

namespace Webhooks.Schemas.Metadata;

/// <summary>Names made of a prefix and five characters by chance.</summary>
/// <remarks>As <c>k8s.io/apiserver/pkg/storage/names</c>: no vowels, and nothing that looks like another.</remarks>
public static class GeneratedNames
{
    private const int Longest = 63;
    private const int Suffix = 5;

    /// <summary>A suffix that shows what a name will look like, where nobody makes one.</summary>
    public static string Sample { get; } = new('x', Suffix);

    /// <summary>A name that starts with as much of the prefix as leaves room for the rest.</summary>
    /// <param name="prefix">What <c>generateName</c> says.</param>
    /// <param name="suffix">The five characters; <c>null</c>: by chance.</param>
    public static string From(string prefix, string? suffix = null) =>
        (prefix.Length > Longest - Suffix ? prefix[..(Longest - Suffix)] : prefix)
        + (suffix ?? RandomNumberGenerator.GetString("bcdfghjklmnpqrstvwxz2456789", Suffix));
}
