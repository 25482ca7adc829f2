namespace Webhooks.Shared.Transcripts;

/// <summary>The list of a message <c>… is invalid: [a, b]</c>, whose order is that of a Go map: it changes from run to run.</summary>
internal static class InvalidList
{
    private const string Opening = " is invalid: [";

    /// <summary>Compares messages, such lists in any order, and binds what they teach.</summary>
    /// <returns>Why it is another; empty where that is plain to see; <c>null</c>: it is the same.</returns>
    public static string? Compare(string expected, string got, Bindings bindings)
    {
        if (Split(expected) is not var (opening, parts) || Split(got) is not var (otherOpening, otherParts))
        {
            return PlaceholderText.Compare(expected, got, bindings);
        }

        if (PlaceholderText.Compare(expected, got, bindings.Copy()) is null)
        {
            return PlaceholderText.Compare(expected, got, bindings);
        }

        return PlaceholderText.Compare(opening, otherOpening, bindings) ?? CompareParts(parts, [.. otherParts], bindings);
    }

    private static string? CompareParts(string[] expected, List<string> left, Bindings bindings)
    {
        // Those without a placeholder first: one with might take their place.
        foreach (string part in expected.OrderBy(part => Placeholder.In(part).Length))
        {
            int found = left.FindIndex(other => PlaceholderText.Compare(part, other, bindings.Copy()) is null);
            if (found < 0)
            {
                return $"without '{part}'";
            }

            PlaceholderText.Compare(part, left[found], bindings);
            left.RemoveAt(found);
        }

        return left.Count == 0 ? null : $"'{left[0]}' is too much";
    }

    /// <summary>An item may hold a comma itself; then its pieces are looked for one by one.</summary>
    private static (string Opening, string[] Parts)? Split(string message)
    {
        int start = message.IndexOf(Opening, StringComparison.Ordinal);
        return start < 0 || !message.EndsWith(']')
            ? null
            : (message[..(start + Opening.Length)], message[(start + Opening.Length)..^1].Split(", "));
    }
}
