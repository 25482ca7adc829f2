using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Nodes: their taints, and what an update may not change.</summary>
internal static class NodeRules
{
    private static readonly string[] Effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Create = (value, causes) => Taints(value["spec"u8]["taints"u8], causes),
        Update = Update,
    };

    private static void Taints(JsonValue taints, List<StatusCause> causes)
    {
        HashSet<(string, string)> seen = [];
        foreach ((int index, JsonValue taint) in taints.Items().Index())
        {
            string field = $"spec.taints[{index}]";
            FieldRules.Text(taint["key"u8], field + ".key", QualifiedName.Problems, causes);
            if (LabelValue.Problems(taint["value"u8].AsString() ?? "") is { Count: > 0 } problems)
            {
                causes.Add(FieldError.Invalid(field + ".value", taint["value"u8].AsString() ?? "", string.Join(';', problems)));
            }

            if (FieldRules.Required(taint["effect"u8], field + ".effect", causes))
            {
                FieldRules.OneOf(taint["effect"u8], field + ".effect", Effects, causes);
            }

            if (!seen.Add((taint["key"u8].AsString() ?? "", taint["effect"u8].AsString() ?? "")))
            {
                causes.Add(FieldError.Duplicate(field, Shown(taint)));
            }
        }
    }

    private static void Update(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        JsonValue ranges = old["spec"u8]["podCIDRs"u8];
        if (ranges.Count > 0 && !FixedField.AreSame(value["spec"u8]["podCIDRs"u8], ranges))
        {
            causes.Add(FieldError.Forbidden("spec.podCIDRs", "node updates may not change podCIDR except from \"\" to valid"));
        }

        string provider = old["spec"u8]["providerID"u8].AsString() ?? "";
        if (provider.Length > 0 && value["spec"u8]["providerID"u8].AsString() != provider)
        {
            causes.Add(FieldError.Forbidden("spec.providerID", "node updates may not change providerID except from \"\" to valid"));
        }
    }

    /// <summary>As Go writes the internal type, which has no tags.</summary>
    private static BadValue Shown(JsonValue taint)
    {
        string Member(string name) => taint[name].IsAbsent ? "\"\"" : taint[name].ToString();
        string added = taint["timeAdded"u8].IsAbsent ? "null" : taint["timeAdded"u8].ToString();
        return BadValue.Json($"{{\"Key\":{Member("key")},\"Value\":{Member("value")},\"Effect\":{Member("effect")},\"TimeAdded\":{added}}}");
    }
}
