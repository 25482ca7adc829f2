using System.Buffers;

namespace Webhooks.Resources.Names;

/// <summary>DNS labels of RFC 1123: names of containers, volumes, namespaces.</summary>
public static class DnsLabel
{
    /// <summary>How many bytes a label may have: 63.</summary>
    public const int MaxLength = 63;

    internal const string Expression = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("-abcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly string TooLong = Wording.TooLong(MaxLength, "characters");

    private static readonly string Malformed = Wording.Regex(
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
        Expression,
        "my-name",
        "123-abc");

    /// <summary>What is wrong with <paramref name="value"/> as a label, worded as <c>validation.IsDNS1123Label</c>; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a label.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        bool tooLong = Wording.IsLongerThan(value, MaxLength);
        if (IsWellFormed(value))
        {
            return tooLong ? [TooLong] : [];
        }

        string malformed = DnsSubdomain.IsWellFormed(value) ? "must not contain dots" : Malformed;
        return tooLong ? [TooLong, malformed] : [malformed];
    }

    /// <summary>Whether the characters are right, whatever the length.</summary>
    internal static bool IsWellFormed(ReadOnlySpan<char> value) =>
        value is not ([] or ['-', ..] or [.., '-']) && !value.ContainsAnyExcept(Allowed);
}
