using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Which pods are in which scope of quotas.</summary>
internal static class PodScopes
{
    private static readonly string[] Affinities = ["podAffinity", "podAntiAffinity"];

    /// <summary>Whether a pod is to end by itself after some time.</summary>
    public static bool IsTerminating(JsonValue pod) => pod["spec"u8]["activeDeadlineSeconds"u8].TryGetInt64(out long seconds) && seconds >= 0;

    /// <summary>Whether a pod is in a scope.</summary>
    public static bool Has(QuotaScope scope, JsonValue pod) => scope.Name switch
    {
        "Terminating" => IsTerminating(pod),
        "NotTerminating" => !IsTerminating(pod),
        "BestEffort" => pod["status"u8]["qosClass"u8].TextEquals("BestEffort"u8),
        "NotBestEffort" => !pod["status"u8]["qosClass"u8].TextEquals("BestEffort"u8),
        "PriorityClass" => scope.Has(pod["spec"u8]["priorityClassName"u8].AsString() is { Length: > 0 } name ? [name] : []),
        "CrossNamespacePodAffinity" => LooksElsewhere(pod["spec"u8]["affinity"u8]),
        _ => false,
    };

    /// <summary>Whether a pod wants to be near to, or far from, pods of other namespaces.</summary>
    private static bool LooksElsewhere(JsonValue affinity) => Affinities.Any(member =>
        affinity[member]["requiredDuringSchedulingIgnoredDuringExecution"u8].Items().Any(NamesNamespaces)
        || affinity[member]["preferredDuringSchedulingIgnoredDuringExecution"u8].Items().Any(term => NamesNamespaces(term["podAffinityTerm"u8])));

    private static bool NamesNamespaces(JsonValue term) => term["namespaces"u8].Count > 0 || !term["namespaceSelector"u8].IsAbsent;
}
