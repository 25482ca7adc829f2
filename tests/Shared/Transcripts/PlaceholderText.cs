using System.Text;
using System.Text.RegularExpressions;

namespace Webhooks.Shared.Transcripts;

/// <summary>Texts in which placeholders stand.</summary>
internal static class PlaceholderText
{
    /// <summary>Compares, and binds what the text teaches.</summary>
    /// <returns>Why it is another; empty where that is plain to see; <c>null</c>: it is the same.</returns>
    public static string? Compare(string expected, string got, Bindings bindings)
    {
        var placeholders = Placeholder.In(expected);
        if (placeholders.IsEmpty)
        {
            return expected == got ? null : "";
        }

        StringBuilder pattern = new(@"\A");
        int end = 0;
        foreach ((int start, Placeholder placeholder) in placeholders)
        {
            pattern.Append(Regex.Escape(expected[end..start])).Append('(').Append(placeholder.Form).Append(')');
            end = start + placeholder.Name.Length;
        }

        pattern.Append(Regex.Escape(expected[end..])).Append(@"\z");
        Match match = Regex.Match(got, pattern.ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant);
        if (!match.Success)
        {
            return "";
        }

        string? problem = null;
        for (int index = 0; index < placeholders.Length; index++)
        {
            string? refusal = bindings.Bind(placeholders[index].Placeholder, match.Groups[index + 1].Value);
            problem ??= refusal;
        }

        return problem;
    }

    /// <summary>A text to send: placeholders replaced by what earlier answers gave.</summary>
    /// <param name="text">What the recording says.</param>
    /// <param name="bindings">What the answers gave.</param>
    /// <param name="written">How a value is written there.</param>
    /// <exception cref="UnboundException">No earlier answer gave one.</exception>
    public static string Fill(string text, Bindings bindings, Func<string, string>? written = null) =>
        Placeholder.Replace(text, placeholder => bindings.ValueOf(placeholder.Name) is { } value ? written?.Invoke(value) ?? value : throw new UnboundException(placeholder));
}
