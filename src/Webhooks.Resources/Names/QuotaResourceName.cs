namespace Webhooks.Resources.Names;

/// <summary>Names under which a ResourceQuota bounds something: <c>limits.memory</c>, <c>pods</c>, <c>count/jobs.batch</c>, <c>requests.nvidia.com/gpu</c>.</summary>
/// <remarks>Source: <c>ValidateResourceQuotaResourceName</c> of <c>pkg/apis/core/validation</c>.</remarks>
public static class QuotaResourceName
{
    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "persistentvolumeclaims", "configmaps",
        "services.nodeports", "services.loadbalancers",
    };

    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal)
    {
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage", "requests.ephemeral-storage",
        "limits.cpu", "limits.memory", "limits.ephemeral-storage",
    };

    /// <summary>What is wrong with <paramref name="value"/> as such a name, worded as an API server does; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a good one.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        IReadOnlyList<string> problems = QualifiedName.Problems(value);
        return value.Contains('/', StringComparison.Ordinal) || IsStandard(value) ? problems : [.. problems, "must be a standard resource for quotas"];
    }

    /// <summary>Whether it is one of Kubernetes itself, without a domain.</summary>
    public static bool IsStandard(string value) => Amounts.Contains(value)
        || Counted.Contains(value)
        || value.StartsWith("hugepages-", StringComparison.Ordinal)
        || value.StartsWith("requests.hugepages-", StringComparison.Ordinal);

    /// <summary>Whether it counts objects or devices, so that its amount is a whole number.</summary>
    public static bool IsCounted(string value) => Counted.Contains(value) || ExtendedResourceName.Is(value);
}
