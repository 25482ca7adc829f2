using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Validation.PodDiff;

namespace Webhooks.Sandbox.Validation;

/// <summary>What an update of a pod may change. Source: <c>ValidatePodUpdate</c> of <c>pkg/apis/core/validation</c>.</summary>
internal static class PodUpdateRules
{
    private const string ChangedSpec =
        "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`," +
        "`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";

    /// <summary>Looks at a pod beside what it was, and shows how they differ where they may not.</summary>
    public static void Check(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        JsonValue before = old["spec"u8];
        PodRules.Spec(spec, "spec", causes);
        if (!Images(spec, before, "containers", causes) || !Images(spec, before, "initContainers", causes) || !Deadline(spec, before, causes))
        {
            return;
        }

        Tolerations(spec["tolerations"u8], before["tolerations"u8], causes);
        Gates(spec["schedulingGates"u8], before["schedulingGates"u8], causes);
        if (JsonEquality.AreEqual(spec, before))
        {
            return;
        }

        JsonValue rest = Rest(spec, before, causes);
        string[] was = InternalForm.Lines("PodSpec", before);
        string[] wanted = InternalForm.Lines("PodSpec", rest);
        if (!was.SequenceEqual(wanted, StringComparer.Ordinal))
        {
            causes.Add(FieldError.Forbidden("spec", ChangedSpec + UnifiedDiff.Of(was, wanted)));
        }
    }

    /// <summary>The spec with what may change put back as it was.</summary>
    private static JsonValue Rest(JsonValue spec, JsonValue before, List<StatusCause> causes)
    {
        JsonDraft rest = new(spec);
        Restore(rest, before, "containers");
        Restore(rest, before, "initContainers");
        foreach (string member in new[] { "activeDeadlineSeconds", "schedulingGates", "tolerations" })
        {
            rest.SetOrRemove(member, before[member]);
        }

        const string Grace = "terminationGracePeriodSeconds";
        if (before[Grace].TryGetInt64(out long was) && was < 0 && spec[Grace].TryGetInt64(out long wanted) && wanted == 1)
        {
            rest.SetOrRemove(Grace, before[Grace]);
        }

        if (before["schedulingGates"u8].Count > 0)
        {
            GatedPodRules.Restore(rest, spec, before, causes);
        }

        return rest.Freeze(JsonPolicy.Server);
    }

    private static bool Images(JsonValue spec, JsonValue before, string list, List<StatusCause> causes)
    {
        if (spec[list].Count != before[list].Count)
        {
            causes.Add(FieldError.Forbidden("spec." + list, "pod updates may not add or remove containers"));
            return false;
        }

        foreach ((int index, JsonValue container) in spec[list].Items().Index())
        {
            ContainerRules.Image(container, $"spec.{list}[{index}].image", causes);
        }

        return true;
    }

    private static void Restore(JsonDraft spec, JsonValue before, string list)
    {
        JsonValue[] olds = [.. before[list].Items()];
        foreach ((int index, JsonDraft container) in spec.List(list).Index())
        {
            container.SetOrRemove("image", olds[index]["image"u8]);
        }
    }

    /// <summary>A deadline can be set, and brought nearer.</summary>
    private static bool Deadline(JsonValue spec, JsonValue before, List<StatusCause> causes)
    {
        const string Field = "spec.activeDeadlineSeconds";
        bool wasSet = before["activeDeadlineSeconds"u8].TryGetInt64(out long old);
        if (!spec["activeDeadlineSeconds"u8].TryGetInt64(out long seconds))
        {
            if (wasSet)
            {
                causes.Add(FieldError.Invalid(Field, BadValue.Json("null"), "must not update from a positive integer to nil value"));
            }

            return true;
        }

        string? problem = seconds is < 0 or > int.MaxValue ? "must be between 0 and 2147483647, inclusive"
            : wasSet && old < seconds ? "must be less than or equal to previous value"
            : null;
        if (problem != null)
        {
            causes.Add(FieldError.Invalid(Field, seconds, problem));
        }

        return problem == null;
    }

    private static void Tolerations(JsonValue tolerations, JsonValue before, List<StatusCause> causes)
    {
        HashSet<(string, string, string, string)> kept = [.. tolerations.Items().Select(Tolerated)];
        if (!before.Items().All(old => kept.Contains(Tolerated(old))))
        {
            causes.Add(FieldError.Forbidden("spec.tolerations", "existing toleration can not be modified except its tolerationSeconds"));
        }
    }

    private static (string Key, string Operator, string Value, string Effect) Tolerated(JsonValue toleration)
    {
        string Text(string member) => toleration[member].AsString() ?? "";
        return (Text("key"), Text("operator"), Text("value"), Text("effect"));
    }

    private static void Gates(JsonValue gates, JsonValue before, List<StatusCause> causes)
    {
        HashSet<string> known = new(before.Items().Select(gate => gate["name"u8].AsString() ?? ""), StringComparer.Ordinal);
        foreach ((int index, JsonValue gate) in gates.Items().Index())
        {
            string name = gate["name"u8].AsString() ?? "";
            if (!known.Contains(name))
            {
                causes.Add(FieldError.Forbidden($"spec.schedulingGates[{index}].name", $"only deletion is allowed, but found new scheduling gate '{name}'"));
            }
        }
    }
}
