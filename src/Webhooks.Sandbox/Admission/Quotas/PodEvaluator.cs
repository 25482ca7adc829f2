using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Counts pods, and what those that have not ended ask for.</summary>
internal sealed class PodEvaluator() : Evaluator(new GroupResource("", "pods"))
{
    private static readonly string[] Computed = ["cpu", "memory", "ephemeral-storage"];

    // Of these, each container must say how much it asks for where a quota names them; of no others.
    private static readonly string[] Required = ["cpu", "limits.cpu", "limits.memory", "memory", "requests.cpu", "requests.memory"];

    private static readonly HashSet<string> Tracked = new(
        ["pods", .. Computed, .. Computed.Select(name => "requests." + name), .. Computed.Select(name => "limits." + name)], StringComparer.Ordinal);

    /// <summary>Whether a pod uses more than its place in the store: it has not ended, and is not overdue to be gone.</summary>
    public static bool IsCharged(JsonValue pod, DateTimeOffset now)
    {
        if (pod["status"u8]["phase"u8].AsString() is "Failed" or "Succeeded")
        {
            return false;
        }

        JsonValue meta = pod["metadata"u8];
        return !GoTime.TryParse(meta["deletionTimestamp"u8].AsString() ?? "", out DateTimeOffset end)
            || !meta["deletionGracePeriodSeconds"u8].TryGetInt64(out long grace)
            || now <= end.AddSeconds(grace);
    }

    /// <inheritdoc />
    public override bool Tracks(string name) =>
        Tracked.Contains(name)
        || name.StartsWith(ResourceNames.HugePages, StringComparison.Ordinal)
        || name.StartsWith(ResourceNames.Requests + ResourceNames.HugePages, StringComparison.Ordinal)
        || (!ResourceNames.IsNative(name) && name.StartsWith(ResourceNames.Requests, StringComparison.Ordinal))
        || base.Tracks(name);

    /// <inheritdoc />
    public override bool Handles(string subresource, JsonValue next, JsonValue old) => subresource switch
    {
        "" => old.IsMissing || PodScopes.IsTerminating(next) != PodScopes.IsTerminating(old),
        "resize" => true,
        _ => false,
    };

    /// <inheritdoc />
    public override string? Problem(IReadOnlyList<string> names, JsonValue value)
    {
        string[] required = PodResources.AreSetFor(value) ? [] : [.. Required.Where(names.Contains)];
        JsonValue spec = value["spec"u8];
        (string Name, ResourceList Usage)[] containers = required.Length == 0 ? [] :
        [
            .. spec["containers"u8].Items().Concat(spec["initContainers"u8].Items()).Select(container => (
                container["name"u8].AsString() ?? "",
                Measure(ResourceList.Read(container["resources"u8]["requests"u8]), ResourceList.Read(container["resources"u8]["limits"u8])))),
        ];
        string[] missing =
        [
            .. required.Where(name => containers.Any(container => !container.Usage.Has(name))).Select(name => $"{name} for: " + string.Join(
                ',',
                containers.Where(container => !container.Usage.Has(name)).Select(container => container.Name).Distinct().Order(StringComparer.Ordinal))),
        ];
        return missing.Length == 0 ? null : $"must specify {string.Join("; ", missing)}";
    }

    /// <inheritdoc />
    public override ResourceList Usage(JsonValue value, DateTimeOffset now)
    {
        ResourceList usage = new() { [CountName] = One };
        return IsCharged(value, now) ? usage.Add(Measure(PodResources.Requests.Of(value), PodResources.Limits.Of(value))) : usage;
    }

    /// <inheritdoc />
    protected override bool IsIn(QuotaScope scope, JsonValue value) => PodScopes.Has(scope, value);

    /// <summary>Requests and limits by the names that quotas have for them.</summary>
    private static ResourceList Measure(ResourceList requests, ResourceList limits)
    {
        ResourceList usage = new() { ["pods"] = One };
        foreach (string name in requests.Names)
        {
            bool isPages = name.StartsWith(ResourceNames.HugePages, StringComparison.Ordinal);
            if (isPages || Computed.Contains(name))
            {
                usage[name] = requests[name];
            }

            if (isPages || Computed.Contains(name) || ResourceNames.IsExtended(name))
            {
                usage[ResourceNames.Requests + name] = requests[name];
            }
        }

        foreach (string name in Computed)
        {
            if (limits.TryGet(name, out Quantity limit))
            {
                usage["limits." + name] = limit;
            }
        }

        return usage;
    }
}
