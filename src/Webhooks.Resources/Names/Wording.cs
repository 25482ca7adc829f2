using System.Text;

namespace Webhooks.Resources.Names;

/// <summary>The sentences that Kubernetes makes its messages from, and the lengths that go with them.</summary>
internal static class Wording
{
    public const string NonEmpty = "must be non-empty";

    public static string TooLong(int length, string unit) => $"must be no more than {length} {unit}";

    /// <summary>A message with examples and the regular expression it stands for, commas as Kubernetes sets them.</summary>
    public static string Regex(string message, string expression, params ReadOnlySpan<string> examples)
    {
        StringBuilder text = new StringBuilder(message).Append(" (e.g. ");
        for (int i = 0; i < examples.Length; i++)
        {
            text.Append(i > 0 ? " or " : "").Append('\'').Append(examples[i]).Append("', ");
        }

        return text.Append("regex used for validation is '").Append(expression).Append("')").ToString();
    }

    /// <summary>Whether <paramref name="value"/> takes more than <paramref name="length"/> bytes in UTF-8: Go's <c>len</c>.</summary>
    public static bool IsLongerThan(ReadOnlySpan<char> value, int length) =>
        // A UTF-16 unit is at least one byte and at most three.
        value.Length > length || (value.Length * 3 > length && Encoding.UTF8.GetByteCount(value) > length);
}
