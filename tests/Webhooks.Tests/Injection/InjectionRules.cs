using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Tests.Judging;
using JsonValue = Webhooks.Resources.Json.JsonValue;

namespace Webhooks.Tests.Injection;

/// <summary>What holds of injection whatever the object and the templates: each says what is wrong with a case, or nothing.</summary>
internal static class InjectionRules
{
    /// <summary>The rules by their sentences.</summary>
    public static IReadOnlyDictionary<string, Func<InjectionCase, string?>> All { get; } = new Dictionary<string, Func<InjectionCase, string?>>(BlockRules.All)
    {
        ["What is injected gets no patch a second time"] = WhatIsInjectedGetsNoPatchASecondTime,
        ["Every patch applies and needs each of its operations"] = EveryPatchAppliesAndNeedsEachOfItsOperations,
        ["A decision is the same each time and for templates loaded in any order"] = ADecisionIsTheSameEachTimeAndForTemplatesLoadedInAnyOrder,
        ["The containers of the user keep their order and the first place"] = TheContainersOfTheUserKeepTheirOrderAndTheFirstPlace,
        ["What no template names is untouched"] = WhatNoTemplateNamesIsUntouched,
        ["Uninjected it is what it was"] = UninjectedItIsWhatItWas,
        ["A pod that was fine stays so"] = APodThatWasFineStaysSo,
        ["Nobody who says no and nothing out of bounds gets a patch"] = NobodyWhoSaysNoAndNothingOutOfBoundsGetsAPatch,
    };

    private static string? WhatIsInjectedGetsNoPatchASecondTime(InjectionCase drawn) => OfChanges(drawn, (one, _, result) =>
        (one with { Workload = result }).Decide() is InjectionDecision.Changed again ? $"a second patch: {again.Patch}" : null);

    private static string? EveryPatchAppliesAndNeedsEachOfItsOperations(InjectionCase drawn) => OfChanges(drawn, (one, changed, _) =>
    {
        JsonValue source = JsonTree.Parse(one.Workload).Root;
        JsonDraft whole = changed.Patch.Apply(source);
        for (int i = 0; i < changed.Patch.Operations.Count; i++)
        {
            try
            {
                JsonPatch fewer = new(changed.Patch.Operations.Where((_, index) => index != i));
                if (JsonEquality.AreEqual(fewer.Apply(source), whole.Freeze()))
                {
                    return $"operation {i} of {changed.Patch} is not needed";
                }
            }
            catch (JsonPatchException)
            {
                // Needed by another one.
            }
        }

        return null;
    });

    private static string? ADecisionIsTheSameEachTimeAndForTemplatesLoadedInAnyOrder(InjectionCase one)
    {
        string first = Written(one.Decide());
        string second = Written(one.Decide());
        string third = one.Templates.Count == 1 ? first : Written((one with { Templates = [.. one.Templates.Reverse()] }).Decide());
        return first == second && first == third ? null : $"{first}\n{second}\n{third}";
    }

    private static string? TheContainersOfTheUserKeepTheirOrderAndTheFirstPlace(InjectionCase drawn) => OfChanges(drawn, (one, _, result) =>
        new[] { "containers", "initContainers" }.Select(list =>
        {
            string[] before = Names(one, one.Workload, list);
            string[] after = Names(one, result, list);
            bool isFirst = list == "initContainers" || after.Take(1).SequenceEqual(before.Take(1));
            return isFirst && after.Where(before.Contains).SequenceEqual(before) ? null : $"{list} were {string.Join(',', before)} and are {string.Join(',', after)}";
        }).FirstOrDefault(problem => problem != null));

    private static string? WhatNoTemplateNamesIsUntouched(InjectionCase drawn) => OfChanges(drawn, (one, changed, result) =>
    {
        HashSet<string> brought = [.. changed.Outcomes.Where(outcome => outcome.Reason == InjectionReason.Injected).Select(outcome => outcome.Template!)];
        string left = TakenOff.Of(one, result, brought);
        return left == TakenOff.Compact(one.Workload) ? null : $"taken off again: {left}";
    });

    /// <summary>Of every object without a status; what a status says that stood there before goes too.</summary>
    private static string? UninjectedItIsWhatItWas(InjectionCase drawn) => OfChanges(drawn, (one, _, result) =>
    {
        JsonValue annotations = PodTemplates.Find(JsonTree.Parse(one.Workload).Root, one.PathOfPod)["metadata"]["annotations"];
        if (!annotations[InjectionOptions.Default.Annotations.Status].IsMissing)
        {
            return null;
        }

        string left = Updates.Cluster.Uninjected(result);
        return JsonEquality.AreEqual(JsonTree.Parse(left).Root, JsonTree.Parse(one.Workload).Root) ? null : $"uninjected: {left}";
    });

    private static string? APodThatWasFineStaysSo(InjectionCase drawn) => OfChanges(drawn, (one, _, result) =>
        PodRules.Violations(one.Workload, one.PathOfPod) is [] && PodRules.Violations(result, one.PathOfPod) is [{ } problem, ..] ? problem : null);

    private static string? NobodyWhoSaysNoAndNothingOutOfBoundsGetsAPatch(InjectionCase one)
    {
        TemplateSet templates = one.Load().Templates;
        return Refusals.Of(one).FirstOrDefault(refusal => refusal.Decide(one, templates) is not InjectionDecision.Unchanged)?.Name;
    }

    private static string? OfChanges(InjectionCase one, Func<InjectionCase, InjectionDecision.Changed, string, string?> problem) =>
        one.Decide() is InjectionDecision.Changed changed ? problem(one, changed, one.Apply(changed.Patch)) : null;

    private static string Written(InjectionDecision decision) =>
        $"{(decision as InjectionDecision.Changed)?.Patch} {string.Join(';', decision.Warnings)} {string.Join(';', decision.Outcomes)}";

    private static string[] Names(InjectionCase one, string json, string list)
    {
        JsonNode spec = one.PathOfPod.Append("spec").Aggregate(JsonNode.Parse(json)!, (node, name) => node[name]!);
        return [.. (spec[list]?.AsArray() ?? []).Select(container => container!["name"]!.GetValue<string>())];
    }
}
