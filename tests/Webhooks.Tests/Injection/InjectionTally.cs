using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;

namespace Webhooks.Tests.Injection;

/// <summary>Counts what became of cases: properties that nothing reaches prove nothing.</summary>
internal sealed class InjectionTally
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _cases;

    /// <summary>How many percent of the cases were of that sort.</summary>
    public double Share(string sort) => 100.0 * _counts.GetValueOrDefault(sort) / _cases;

    public void Add(InjectionCase one)
    {
        InjectionDecision decision = one.Decide();
        _cases++;
        HashSet<string> sorts = [one.Request.Kind.Kind, .. decision.Outcomes.Select(outcome => outcome.Reason.Name())];
        if (decision.Warnings.Any(warning => warning.Text.Contains(": without ", StringComparison.Ordinal)))
        {
            sorts.Add("collision");
        }

        if (decision is InjectionDecision.Changed)
        {
            sorts.UnionWith(SortsOf(one, one.Result(decision)));
        }

        foreach (string sort in sorts)
        {
            _counts[sort] = _counts.GetValueOrDefault(sort) + 1;
        }
    }

    public override string ToString() => string.Join(", ", _counts.Select(sort => $"{sort.Key} {Share(sort.Key):F1} %"));

    private static IEnumerable<string> SortsOf(InjectionCase one, string result)
    {
        yield return "changed";
        JsonObject status = TakenOff.Status(one.PathOfPod.Aggregate(JsonNode.Parse(result)!, (node, name) => node[name]!));
        string[] added = [.. status.SelectMany(entry => entry.Value!["added"]!.AsArray()).Select(path => path!.GetValue<string>())];
        if (added.Distinct().Count() < added.Length)
        {
            yield return "shared";
        }

        if (status.Any(entry => entry.Value!["was"] != null))
        {
            yield return "was";
        }

        if (added.Any(path => path.StartsWith("containers[", StringComparison.Ordinal) && path.Contains("].", StringComparison.Ordinal)))
        {
            yield return "merged";
        }

        if (status.Count > 1)
        {
            yield return "several";
        }
    }
}
