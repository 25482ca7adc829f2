using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Where pods go: node labels, tolerations, spreading; and when they are ready.</summary>
internal static class PlacementRules
{
    public static void Judge(JudgedPod pod)
    {
        foreach (JsonProperty label in pod.Spec.Map("nodeSelector"))
        {
            pod.Forbid(!Syntax.IsQualifiedName(label.Name) || !Syntax.IsLabelValue(label.Value.AsText()), $"nodeSelector {label.Name}");
        }

        foreach (JsonElement toleration in pod.Spec.List("tolerations"))
        {
            string key = toleration.Text("key");
            string comparison = toleration.Text("operator");
            string effect = toleration.Text("effect");
            pod.Forbid(key.Length > 0 ? !Syntax.IsQualifiedName(key) : comparison != "Exists", $"toleration {key}");
            pod.Forbid(comparison is not ("" or "Equal" or "Exists"), $"toleration {key}: operator");
            pod.Forbid(effect is not ("" or "NoSchedule" or "PreferNoSchedule" or "NoExecute"), $"toleration {key}: effect");
            pod.Forbid(toleration.Has("tolerationSeconds") && effect != "NoExecute", $"toleration {key}: seconds");
            pod.Forbid(comparison == "Exists" ? toleration.Text("value").Length > 0 : !Syntax.IsLabelValue(toleration.Text("value")), $"toleration {key}: value");
        }

        foreach (JsonElement gate in pod.Spec.List("readinessGates"))
        {
            pod.Forbid(!Syntax.IsQualifiedName(gate.Text("conditionType")), "readinessGate");
        }

        JudgeSpreading(pod);
    }

    private static void JudgeSpreading(JudgedPod pod)
    {
        pod.Unique("spread", pod.Spec.List("topologySpreadConstraints").Select(one => $"{one.Text("topologyKey")} {one.Text("whenUnsatisfiable")}"));
        foreach (JsonElement one in pod.Spec.List("topologySpreadConstraints"))
        {
            string what = $"spread {one.Text("topologyKey")}";
            string[] selected = [.. one.Get("labelSelector").Map("matchLabels").Select(label => label.Name), .. one.Get("labelSelector").List("matchExpressions").Select(part => part.Text("key"))];
            pod.Forbid(one.Number("maxSkew") <= 0 || one.Text("topologyKey").Length == 0, what);
            pod.Forbid(one.Text("whenUnsatisfiable") is not ("DoNotSchedule" or "ScheduleAnyway"), $"{what}: whenUnsatisfiable");
            pod.Forbid(one.Has("minDomains") && (one.Number("minDomains") <= 0 || one.Text("whenUnsatisfiable") != "DoNotSchedule"), $"{what}: minDomains");
            pod.Forbid(one.List("matchLabelKeys").Any() && !one.Has("labelSelector"), $"{what}: matchLabelKeys");
            pod.Forbid(one.List("matchLabelKeys").Any(key => selected.Contains(key.AsText()) || !Syntax.IsQualifiedName(key.AsText())), $"{what}: matchLabelKeys");
            pod.Forbid(one.Get("labelSelector").List("matchExpressions").Any(part => !IsExpression(part)), $"{what}: labelSelector");
            pod.Forbid(one.Standing(["nodeAffinityPolicy", "nodeTaintsPolicy"]).Any(policy => one.Text(policy) is not ("Honor" or "Ignore")), $"{what}: node policy");
            pod.Forbid(selected.Any(key => !Syntax.IsQualifiedName(key)), $"{what}: labelSelector");
        }
    }

    private static bool IsExpression(JsonElement part) => part.Text("operator") switch
    {
        "In" or "NotIn" => part.List("values").Any(),
        "Exists" or "DoesNotExist" => !part.List("values").Any(),
        _ => false,
    };
}
