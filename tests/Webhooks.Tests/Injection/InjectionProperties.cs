using System.Text.Json;
using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Merging;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;
using Xunit.Abstractions;
using JsonValue = Webhooks.Resources.Json.JsonValue;

namespace Webhooks.Tests.Injection;

/// <summary>What holds of injection whatever the object and the templates.</summary>
public class InjectionProperties(ITestOutputHelper output)
{
    [Fact]
    public void What_is_injected_gets_no_patch_a_second_time() => OfChanges((one, _, result) =>
        (one with { Workload = result }).Decide() is InjectionDecision.Changed again ? $"a second patch: {again.Patch}" : null);

    [Fact]
    public void Every_patch_applies_and_needs_each_of_its_operations() => OfChanges((one, changed, _) =>
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

    [Fact]
    public void A_decision_is_the_same_each_time_and_for_templates_loaded_in_any_order() => PropertyRun.Check(one =>
    {
        string first = Written(one.Decide());
        string second = Written(one.Decide());
        string third = Written((one with { Templates = [.. one.Templates.Reverse()] }).Decide());
        return first == second && first == third ? null : $"{first}\n{second}\n{third}";
    });

    [Fact]
    public void The_containers_of_the_user_keep_their_order_and_the_first_place() => OfChanges((one, _, result) =>
        new[] { "containers", "initContainers" }.Select(list =>
        {
            string[] before = Names(one, one.Workload, list);
            string[] after = Names(one, result, list);
            return after.Take(before.Length).SequenceEqual(before) ? null : $"{list} were {string.Join(',', before)} and are {string.Join(',', after)}";
        }).FirstOrDefault(problem => problem != null));

    [Fact]
    public void What_no_template_names_is_untouched() => OfChanges((one, changed, result) =>
    {
        HashSet<string> brought = [.. changed.Outcomes.Where(outcome => outcome.Reason == InjectionReason.Injected).Select(outcome => outcome.Template!)];
        string left = TakenOff.Of(one, result, brought);
        return left == TakenOff.Compact(one.Workload) ? null : $"taken off again: {left}";
    });

    [Fact]
    public void A_pod_that_was_fine_stays_so() => OfChanges((one, _, result) =>
    {
        IReadOnlyList<string> before = PodInvariants.Violations(JsonDocument.Parse(one.Workload).RootElement, one.PathOfPod, isBefore: true);
        IReadOnlyList<string> after = PodInvariants.Violations(JsonDocument.Parse(result).RootElement, one.PathOfPod, isBefore: false);
        return after.Except(before).FirstOrDefault();
    });

    [Fact]
    public void Nobody_who_says_no_and_nothing_out_of_bounds_gets_a_patch() => PropertyRun.Check(one =>
    {
        TemplateSet templates = one.Load().Templates;
        return Refusals.Of(one).FirstOrDefault(refusal => refusal.Decide(one, templates) is not InjectionDecision.Unchanged)?.Name;
    });

    [Fact]
    public void An_object_of_any_other_form_gives_a_decision_or_the_declared_error() => PropertyRun.Check(
        one =>
        {
            try
            {
                one.Result(one.Decide());
            }
            catch (ObjectFormatException)
            {
                // Declared.
            }

            return null;
        },
        InjectionCases.AnyMalformed);

    [Fact]
    public void The_cases_reach_what_they_should_prove()
    {
        InjectionTally tally = new();
        PropertyRun.Check(one =>
        {
            tally.Add(one);
            return one.Load().Problems is [{ } problem, ..] ? problem.ToString() : null;
        });
        output.WriteLine(tally.ToString());
        Assert.True(tally.Share("changed") > 30 && tally.Share("collision") > 15 && tally.Share("merged") > 10, tally.ToString());
        Assert.All(["Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob"], kind => Assert.True(tally.Share(kind) > 7, tally.ToString()));
        Assert.All(
            ["shared", "was", "several", "already-injected", "nothing-to-add", "opted-out", "invalid-value", "template-missing", "not-requested"],
            sort => Assert.True(tally.Share(sort) > 1, tally.ToString()));
    }

    private static void OfChanges(Func<InjectionCase, InjectionDecision.Changed, string, string?> problem) =>
        PropertyRun.Check(one => one.Decide() is InjectionDecision.Changed changed ? problem(one, changed, one.Apply(changed.Patch)) : null);

    private static string Written(InjectionDecision decision) =>
        $"{(decision as InjectionDecision.Changed)?.Patch} {string.Join(';', decision.Warnings)} {string.Join(';', decision.Outcomes)}";

    private static string[] Names(InjectionCase one, string json, string list)
    {
        JsonNode spec = one.PathOfPod.Append("spec").Aggregate(JsonNode.Parse(json)!, (node, name) => node[name]!);
        return [.. (spec[list]?.AsArray() ?? []).Select(container => container!["name"]!.GetValue<string>())];
    }
}
