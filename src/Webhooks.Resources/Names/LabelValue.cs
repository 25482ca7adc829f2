namespace Webhooks.Resources.Names;

/// <summary>Values of labels: short and plain, or empty.</summary>
public static class LabelValue
{
    /// <summary>How many bytes a value may have: 63.</summary>
    public const int MaxLength = 63;

    private static readonly string TooLong = Wording.TooLong(MaxLength, "bytes");

    private static readonly string Malformed = Wording.Regex(
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
        $"({QualifiedName.Expression})?",
        "MyValue",
        "my_value",
        "12345");

    /// <summary>What is wrong with <paramref name="value"/> as a label's value, worded as <c>content.IsLabelValue</c>; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a good one.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        bool wellFormed = value.Length == 0 || QualifiedName.IsWellFormed(value);
        return (Wording.IsLongerThan(value, MaxLength), wellFormed) switch
        {
            (false, true) => [],
            (true, true) => [TooLong],
            (false, false) => [Malformed],
            (true, false) => [TooLong, Malformed],
        };
    }
}
