using System.Text.RegularExpressions;

namespace Webhooks.Shared.Golden;

/// <summary>Holds the places that lint printed against the lines that a case marks with <c># &lt;- here</c>.</summary>
/// <remarks>Expectations can be rewritten; a mark cannot drift.</remarks>
internal static partial class LintMarks
{
    private const string Mark = MarkedLines.Mark;

    /// <summary>
    /// The disagreements. A broken case has one error, in the only line that is marked, or says why not; in manifests
    /// all that is found is marked and all that is marked is found; a valid template has no error.
    /// </summary>
    /// <param name="one">The case.</param>
    /// <param name="output">What lint printed.</param>
    public static IEnumerable<string> Problems(LintCase one, string output)
    {
        string[] marked = [.. MarkedLines.Of(one, one.Inputs)];
        string[] errors = Places(one, output, error: true);
        string[] found = one.IsBroken || one.IsValid ? errors : Places(one, output, error: false);
        bool isPlain = found is [_] && found.SequenceEqual(marked);
        if (one.IsBroken && !one.Has(LintCase.Why) && !isPlain)
        {
            yield return $"{one.Name}: one error should be in the line that ends with `{Mark}`, {MarkedLines.Say(marked)}; found: {MarkedLines.Say(found)}. Give it one fault and one mark, or say in a file `{LintCase.Why}` why not.";
        }
        else if (one.Has(LintCase.Why) && (isPlain || !one.IsBroken))
        {
            yield return $"{one.Name}: nothing is special about it: remove the file `{LintCase.Why}`.";
        }

        string[] missed = [.. marked.Except(found)];
        string[] surplus = one.IsBroken ? [] : [.. found.Except(marked)];
        if (missed.Length > 0 || surplus.Length > 0)
        {
            yield return $"{one.Name}: marked and not found: {MarkedLines.Say(missed)}; found and not marked: {MarkedLines.Say(surplus)}.";
        }
    }

    private static string[] Places(LintCase one, string output, bool error) =>
    [
        .. Finding().Matches(one.Local(output)).Where(match => !error || match.Groups["severity"].Value == "error").Select(match => match.Groups["place"].Value),
    ];

    [GeneratedRegex("^(?<place>[^:\n]+:[0-9]+):[0-9]+: (?<severity>error|warning|note): ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Finding();
}
