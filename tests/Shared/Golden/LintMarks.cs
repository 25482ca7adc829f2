using System.Text.RegularExpressions;

namespace Webhooks.Shared.Golden;

/// <summary>Holds the places that lint printed against the lines that a case marks with <c># &lt;- here</c>.</summary>
/// <remarks>Expectations can be rewritten; a mark cannot drift.</remarks>
internal static partial class LintMarks
{
    /// <summary>What a line that should be found ends with.</summary>
    public const string Mark = "# <- here";

    /// <summary>
    /// The disagreements. A broken case has one error, in the only line that is marked, or says why not; in manifests
    /// all that is found is marked and all that is marked is found; a valid template has no error.
    /// </summary>
    /// <param name="one">The case.</param>
    /// <param name="output">What lint printed.</param>
    public static IEnumerable<string> Problems(LintCase one, string output)
    {
        string[] marked = [.. one.Inputs.SelectMany(file => MarkedLines(one, file))];
        string[] errors = Places(one, output, error: true);
        string[] found = one.IsBroken || one.IsValid ? errors : Places(one, output, error: false);
        bool isPlain = found is [_] && found.SequenceEqual(marked);
        if (one.IsBroken && !one.Has(LintCase.Why) && !isPlain)
        {
            yield return $"{one.Name}: one error should be in the line that ends with `{Mark}`, {Say(marked)}; found: {Say(found)}. Give it one fault and one mark, or say in a file `{LintCase.Why}` why not.";
        }
        else if (one.Has(LintCase.Why) && (isPlain || !one.IsBroken))
        {
            yield return $"{one.Name}: nothing is special about it: remove the file `{LintCase.Why}`.";
        }

        string[] missed = [.. marked.Except(found)];
        string[] surplus = one.IsBroken ? [] : [.. found.Except(marked)];
        if (missed.Length > 0 || surplus.Length > 0)
        {
            yield return $"{one.Name}: marked and not found: {Say(missed)}; found and not marked: {Say(surplus)}.";
        }
    }

    private static IEnumerable<string> MarkedLines(LintCase one, string file) =>
        File.ReadAllLines(one.PathOf(file)).Index().Where(line => line.Item.EndsWith(Mark, StringComparison.Ordinal)).Select(line => $"{file}:{line.Index + 1}");

    private static string[] Places(LintCase one, string output, bool error) =>
    [
        .. Finding().Matches(one.Local(output)).Where(match => !error || match.Groups["severity"].Value == "error").Select(match => match.Groups["place"].Value),
    ];

    private static string Say(string[] places) => places.Length == 0 ? "nothing" : string.Join(", ", places);

    [GeneratedRegex("^(?<place>[^:\n]+:[0-9]+):[0-9]+: (?<severity>error|warning|note): ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Finding();
}
