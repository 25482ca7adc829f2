using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Validation.PodDiff;

namespace Webhooks.Sandbox.Validation;

/// <summary>What an update may narrow of a pod that a gate keeps from being scheduled: the nodes that it may run on.</summary>
internal static class GatedPodRules
{
    private const string TermsField = "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms";

    /// <summary>Looks at the node selector and the affinity to nodes, and puts them back.</summary>
    /// <param name="rest">The spec as it is to be compared; changed.</param>
    /// <param name="spec">The new spec.</param>
    /// <param name="before">What it was.</param>
    /// <param name="causes">What is wrong comes here.</param>
    public static void Restore(JsonDraft rest, JsonValue spec, JsonValue before, List<StatusCause> causes)
    {
        Selector(spec["nodeSelector"u8], before["nodeSelector"u8], causes);
        rest.SetOrRemove("nodeSelector", before["nodeSelector"u8]);
        JsonValue affinity = spec["affinity"u8];
        JsonValue nodes = affinity["nodeAffinity"u8];
        JsonValue old = before["affinity"u8]["nodeAffinity"u8];
        if (AreEqual(nodes, old))
        {
            return;
        }

        Terms(nodes, old, causes);
        bool isOnlyOfNodes = affinity["podAffinity"u8].IsAbsent && affinity["podAntiAffinity"u8].IsAbsent;
        if (before["affinity"u8].IsAbsent && isOnlyOfNodes)
        {
            rest.Remove("affinity");
        }
        else
        {
            rest.Child("affinity").SetOrRemove("nodeAffinity", old);
        }
    }

    private static void Selector(JsonValue selector, JsonValue old, List<StatusCause> causes)
    {
        if (old.Members().Any(label => selector[label.Key].AsString() != label.Value.AsString()))
        {
            causes.Add(FieldError.Invalid(
                "spec.nodeSelector",
                BadValue.Json(InternalForm.Compact("map string", selector)),
                "only additions to spec.nodeSelector are allowed (no mutations or deletions)"));
        }
    }

    private static void Terms(JsonValue nodes, JsonValue old, List<StatusCause> causes)
    {
        JsonValue terms = nodes["requiredDuringSchedulingIgnoredDuringExecution"u8]["nodeSelectorTerms"u8];
        JsonValue[] olds = [.. old["requiredDuringSchedulingIgnoredDuringExecution"u8]["nodeSelectorTerms"u8].Items()];
        if (olds.Length > 0 && terms.Count != olds.Length)
        {
            causes.Add(FieldError.Invalid(
                TermsField,
                BadValue.Json(InternalForm.Compact("[]NodeSelectorTerm", terms)),
                "no additions/deletions to non-empty NodeSelectorTerms list are allowed"));
            return;
        }

        foreach ((int index, (JsonValue term, JsonValue was)) in terms.Items().Zip(olds).Index())
        {
            if (!Extends(term, was))
            {
                causes.Add(FieldError.Invalid(
                    $"{TermsField}[{index}]",
                    BadValue.Json(InternalForm.Compact("NodeSelectorTerm", term)),
                    "only additions are allowed (no mutations or deletions)"));
            }
        }
    }

    /// <summary>An empty term selects nothing, and stays so.</summary>
    private static bool Extends(JsonValue term, JsonValue old)
    {
        int was = old["matchExpressions"u8].Count + old["matchFields"u8].Count;
        int now = term["matchExpressions"u8].Count + term["matchFields"u8].Count;
        return (was > 0 || now == 0)
            && StartsWith(term["matchExpressions"u8], old["matchExpressions"u8])
            && StartsWith(term["matchFields"u8], old["matchFields"u8]);
    }

    private static bool StartsWith(JsonValue list, JsonValue start) =>
        list.Count >= start.Count && list.Items().Zip(start.Items()).All(pair => JsonEquality.AreEqual(pair.First, pair.Second));

    private static bool AreEqual(JsonValue left, JsonValue right) =>
        left.IsAbsent || right.IsAbsent ? left.IsAbsent && right.IsAbsent : JsonEquality.AreEqual(left, right);
}
