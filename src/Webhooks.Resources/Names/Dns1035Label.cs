namespace Webhooks.Resources.Names;

/// <summary>DNS labels of RFC 1035, which begin with a letter: names of Services.</summary>
public static class Dns1035Label
{
    /// <summary>How many bytes a label may have: 63.</summary>
    public const int MaxLength = 63;

    private static readonly string TooLong = Wording.TooLong(MaxLength, "characters");

    private static readonly string Malformed = Wording.Regex(
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
        "[a-z]([-a-z0-9]*[a-z0-9])?",
        "my-name",
        "abc-123");

    /// <summary>What is wrong with <paramref name="value"/> as a label, worded as <c>validation.IsDNS1035Label</c>; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a label.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        bool wellFormed = DnsLabel.IsWellFormed(value) && value[0] is >= 'a' and <= 'z';
        return (Wording.IsLongerThan(value, MaxLength), wellFormed) switch
        {
            (false, true) => [],
            (true, true) => [TooLong],
            (false, false) => [Malformed],
            (true, false) => [TooLong, Malformed],
        };
    }
}
