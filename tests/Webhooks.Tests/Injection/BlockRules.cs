using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Tests.Golden;

namespace Webhooks.Tests.Injection;

/// <summary>What holds of injection by what the templates say in their <c>injection</c> blocks, and of all of them together.</summary>
internal static class BlockRules
{
    /// <summary>The rules by their sentences.</summary>
    public static IReadOnlyDictionary<string, Func<InjectionCase, string?>> All { get; } = new Dictionary<string, Func<InjectionCase, string?>>
    {
        ["Init containers stand where their templates put them"] = InitContainersStandWhereTheirTemplatesPutThem,
        ["What is for every container is in all of the user's and in no other"] = WhatIsForEveryContainerIsInAllOfTheUsersAndInNoOther,
        ["A template that stays out leaves no trace"] = ATemplateThatStaysOutLeavesNoTrace,
        ["The longest grace period stands"] = TheLongestGracePeriodStands,
        ["A manifest and its stored form are decided alike"] = AManifestAndItsStoredFormAreDecidedAlike,
    };

    private static string? InitContainersStandWhereTheirTemplatesPutThem(InjectionCase one)
    {
        if (one.Decide() is not InjectionDecision.Changed changed)
        {
            return null;
        }

        JsonNode after = Pod(one, one.Apply(changed.Patch));
        JsonObject status = TakenOff.Status(after);
        string[] names = Names(after, "initContainers");
        string[] injected = [.. status.SelectMany(entry => Listed(entry.Value!, "initContainers"))];
        int[] own = [.. Names(Pod(one, one.Workload), "initContainers").Except(injected).Select(name => Array.IndexOf(names, name))];
        foreach (string template in Brought(changed))
        {
            bool isFirst = Template(one, template)["injection"]?["position"]?.GetValue<string>() == "first";
            foreach (string name in Listed(status[template]!, "initContainers").Where(name => injected.Count(name.Equals) == 1)) // Else it stands where the first put it.
            {
                int index = Array.IndexOf(names, name);
                if (own.Any(other => isFirst ? other < index : other > index))
                {
                    return $"{template}: {name} stands at {index} of {string.Join(',', names)}";
                }
            }
        }

        return null;
    }

    private static string? WhatIsForEveryContainerIsInAllOfTheUsersAndInNoOther(InjectionCase one)
    {
        if (one.Decide() is not InjectionDecision.Changed changed)
        {
            return null;
        }

        JsonNode before = Pod(one, one.Workload);
        JsonNode after = Pod(one, one.Apply(changed.Patch));
        KeyValuePair<string, JsonNode?>[] standing = [.. TakenOff.Status(after).Where(entry => !Brought(changed).Contains(entry.Key))];
        IEnumerable<string> listed = standing.SelectMany(entry => Listed(entry.Value!, "containers").Concat(Listed(entry.Value!, "initContainers")));
        IEnumerable<JsonNode> known = one.Templates.Where(template => standing.Any(entry => entry.Key == template.Name)).Select(template => Template(one, template.Name));
        HashSet<string> others = [.. Selected(one, changed.Outcomes).Concat(known).SelectMany(template => Names(template, "containers").Concat(Names(template, "initContainers"))), .. listed];
        foreach ((string list, string variable) in new[] { ("containers", TemplateDraws.Every), ("initContainers", TemplateDraws.EveryInit) })
        {
            bool isWanted = Selected(one, changed.Outcomes).Any(template => Names(template, list).Contains("*"));
            foreach (JsonNode? container in Items(after, list))
            {
                string name = container!["name"]!.GetValue<string>();
                bool had = Items(before, list).Any(other => other!["name"]!.GetValue<string>() == name && Has(other, variable));
                bool isUsers = !others.Contains(name);
                if (Has(container, variable) != (had || (isUsers && isWanted)))
                {
                    return $"{list}[{name}] {(had ? "had" : "had not")} {variable}, {(Has(container, variable) ? "has" : "has not")}";
                }
            }
        }

        return null;
    }

    private static string? ATemplateThatStaysOutLeavesNoTrace(InjectionCase one)
    {
        InjectionDecision decision = one.Decide();
        HashSet<string> conflicting = [.. decision.Outcomes.Where(outcome => outcome.Reason == InjectionReason.Conflict).Select(outcome => outcome.Template!)];
        if (conflicting.Count == 0 || decision is InjectionDecision.Denied)
        {
            return null;
        }

        string? without = Patch((one with { Templates = [.. one.Templates.Where(template => !conflicting.Contains(template.Name))] }).Decide());
        return Patch(decision) == without ? null : $"with: {Patch(decision)}\nwithout: {without}";
    }

    private static string? TheLongestGracePeriodStands(InjectionCase one)
    {
        InjectionDecision decision = one.Decide();
        if (decision is InjectionDecision.Denied)
        {
            return null;
        }

        int before = Grace(Pod(one, one.Workload)["spec"]) ?? 30;
        int after = Grace(Pod(one, one.Result(decision))["spec"]) ?? 30;
        int longest = Selected(one, decision.Outcomes).Select(template => Grace(template) ?? 0).Append(before).Max();
        return after == longest ? null : $"it was {before} and is {after}, not {longest}";
    }

    private static string? AManifestAndItsStoredFormAreDecidedAlike(InjectionCase one)
    {
        InjectionDecision raw = one.Decide();
        if (raw.Outcomes is [{ Template: null }])
        {
            return null;
        }

        InjectionCase storedCase = one with { Workload = StoredObject.Of(one.Workload, one.PathOfPod) };
        InjectionDecision stored = storedCase.Decide();
        if (Written(raw) != Written(stored))
        {
            return $"raw: {Written(raw)}\nstored: {Written(stored)}";
        }

        JsonNode expected = WithoutStatus(one, StoredObject.Of(one.Result(raw), one.PathOfPod));
        JsonNode result = WithoutStatus(one, StoredObject.Of(storedCase.Result(stored), one.PathOfPod));
        return JsonNode.DeepEquals(expected, result) ? null : $"raw: {expected}\nstored: {result}";
    }

    private static string Written(InjectionDecision decision) => string.Join('\n', [
        .. Additions.Status(decision), .. decision.Warnings.Select(warning => warning.Text), .. decision.Outcomes.Select(outcome => outcome.ToString())]);

    private static JsonNode WithoutStatus(InjectionCase one, string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        JsonNode? metadata = one.PathOfPod.Append("metadata").Aggregate<string, JsonNode?>(root, (node, name) => (node as JsonObject)?[name]);
        (metadata?["annotations"] as JsonObject)?.Remove(InjectionOptions.Default.Annotations.Status);
        return root;
    }

    private static string? Patch(InjectionDecision decision) => (decision as InjectionDecision.Changed)?.Patch.ToString();

    private static JsonNode Pod(InjectionCase one, string json) => one.PathOfPod.Aggregate(JsonNode.Parse(json)!, (node, name) => node[name]!);

    private static JsonNode Template(InjectionCase one, string name) => JsonNode.Parse(one.Templates.First(template => template.Name == name).Config)!;

    private static string[] Brought(InjectionDecision decision) =>
        [.. decision.Outcomes.Where(outcome => outcome.Reason == InjectionReason.Injected).Select(outcome => outcome.Template!)];

    /// <summary>The templates that were merged, whether or not there was something to add.</summary>
    private static IEnumerable<JsonNode> Selected(InjectionCase one, IReadOnlyList<TemplateOutcome> outcomes) => outcomes
        .Where(outcome => outcome.Reason is InjectionReason.Injected or InjectionReason.NothingToAdd)
        .Select(outcome => Template(one, outcome.Template!));

    private static JsonArray Items(JsonNode pod, string list) => (pod["spec"] ?? pod)[list] as JsonArray ?? [];

    private static string[] Names(JsonNode pod, string list) => [.. Items(pod, list).Select(container => container!["name"]!.GetValue<string>())];

    /// <summary>The containers that a status entry lists as a whole.</summary>
    private static IEnumerable<string> Listed(JsonNode entry, string list) => entry["added"]!.AsArray()
        .Select(path => ItemSteps.Of(path!.GetValue<string>()))
        .Where(steps => steps.Count == 2 && steps[0] == list)
        .Select(steps => steps[1][1..]);

    private static bool Has(JsonNode container, string variable) =>
        (container["env"] as JsonArray ?? []).Any(one => one!["name"]!.GetValue<string>() == variable);

    private static int? Grace(JsonNode? spec) => spec?["terminationGracePeriodSeconds"]?.GetValue<int>();
}
