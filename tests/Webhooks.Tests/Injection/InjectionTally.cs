using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Tests.Judging;

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

        if (PodRules.Violations(one.Workload, one.PathOfPod) is [])
        {
            sorts.Add("fine");
        }

        if (decision is InjectionDecision.Denied)
        {
            sorts.Add("denied");
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

        foreach (string field in added.Select(path => path.Split('[', '.')[0]).Distinct())
        {
            yield return field;
        }

        if (status.Any(entry => BringsNatively(one, entry.Key, entry.Value!)))
        {
            yield return "native";
        }

        if (status.Any(entry => Config(one, entry.Key)?["injection"]?["position"]?.GetValue<string>() == "first" && Inits(entry.Value!).Any()))
        {
            yield return "first";
        }

        if (status.Any(entry => entry.Value!["added"]!.AsArray().Count == 0))
        {
            yield return "taken-over";
        }

        if (added.Any(path => path.EndsWith($".env[{TemplateDraws.Every}]", StringComparison.Ordinal)))
        {
            yield return "every";
        }

        if (added.Any(path => path.EndsWith($".env[{TemplateDraws.EveryInit}]", StringComparison.Ordinal)))
        {
            yield return "every-init";
        }

        if (status.Any(entry => entry.Value!["was"]?["terminationGracePeriodSeconds"] != null))
        {
            yield return "raised";
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

    private static bool BringsNatively(InjectionCase one, string template, JsonNode entry) =>
        Config(one, template)?["containers"] is JsonArray containers && containers.Any(container => Inits(entry).Contains($"initContainers[{container!["name"]}]"));

    private static IEnumerable<string> Inits(JsonNode entry) =>
        entry["added"]!.AsArray().Select(path => path!.GetValue<string>()).Where(path => path.StartsWith("initContainers[", StringComparison.Ordinal));

    private static JsonNode? Config(InjectionCase one, string template) =>
        one.Templates.FirstOrDefault(other => other.Name == template).Config is { } config ? JsonNode.Parse(config) : null;
}
