using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Preparing;

namespace Webhooks.Sandbox.Validation;

/// <summary>What a write of <c>resize</c> may change: how much cpu and memory containers have. Source: <c>ValidatePodResize</c>.</summary>
internal static class PodResizeRules
{
    /// <summary>Looks at a pod beside what it was; the two differ in the resources and resize policies of containers alone.</summary>
    public static void Check(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        JsonValue before = old["spec"u8];
        PodRules.Spec(spec, "spec", causes);
        if (Unfit(old) is { } problem)
        {
            causes.Clear();
            causes.Add(FieldError.Forbidden("", problem));
            return;
        }

        string quality = PodQuality.Of(new JsonDraft(spec));
        if (quality != PodQuality.Of(new JsonDraft(before)))
        {
            causes.Add(FieldError.Invalid("spec", value["status"u8]["qosClass"u8].AsString() ?? "", "Pod QOS Class may not change as a result of resizing"));
        }

        IEnumerable<(int Index, JsonValue Now, JsonValue Was)> Pairs(string list) =>
            spec[list].Items().Zip(before[list].Items()).Select((pair, index) => (index, pair.First, pair.Second));
        foreach ((int index, JsonValue now, JsonValue was) in Pairs("initContainers"))
        {
            if (IsSidecar(was))
            {
                Kept(now, was, $"spec.initContainers[{index}].resources", causes);
            }
        }

        foreach ((int index, JsonValue now, JsonValue was) in Pairs("containers"))
        {
            Kept(now, was, $"spec.containers[{index}].resources", causes);
        }

        causes.AddRange(Pairs("containers").Where(pair => !DiffersInSizeAlone(pair.Now, pair.Was))
            .Select(_ => FieldError.Forbidden("spec", "only cpu and memory resources are mutable")));
        causes.AddRange(Pairs("initContainers").Where(pair => IsSidecar(pair.Was) ? !DiffersInSizeAlone(pair.Now, pair.Was) : !JsonEquality.AreEqual(pair.Now, pair.Was))
            .Select(pair => FieldError.Forbidden("spec", IsSidecar(pair.Was)
                ? "only cpu and memory resources for sidecar containers are mutable"
                : "resources for non-sidecar init containers are immutable")));
    }

    private static string? Unfit(JsonValue old) =>
        !old["metadata"u8]["annotations"u8][PodRules.MirrorAnnotation].IsMissing ? "static pods cannot be resized"
        : old["spec"u8]["os"u8]["name"u8].AsString() == "windows" ? "windows pods cannot be resized"
        : null;

    private static bool IsSidecar(JsonValue container) => container["restartPolicy"u8].AsString() == "Always";

    private static void Kept(JsonValue now, JsonValue was, string field, List<StatusCause> causes)
    {
        foreach (string list in new[] { "requests", "limits" })
        {
            JsonValue amounts = now["resources"u8][list];
            if (was["resources"u8][list].Members().Any(amount => amounts[amount.Key].IsMissing))
            {
                causes.Add(FieldError.Forbidden($"{field}.{list}", $"resource {list} cannot be removed"));
            }
        }
    }

    /// <summary>Whether nothing but amounts of cpu and memory differ.</summary>
    private static bool DiffersInSizeAlone(JsonValue now, JsonValue was)
    {
        JsonDraft rest = new(now);
        JsonDraft resources = rest.Child("resources");
        foreach (string list in new[] { "requests", "limits" })
        {
            JsonValue amounts = was["resources"u8][list];
            if (amounts.Count == 0)
            {
                // What had no amounts at all may get any.
                resources.Remove(list);
                continue;
            }

            JsonDraft sizes = resources.Child(list);
            sizes.SetOrRemove("cpu", amounts["cpu"u8]);
            sizes.SetOrRemove("memory", amounts["memory"u8]);
        }

        return JsonEquality.AreEqual(rest, was);
    }
}
