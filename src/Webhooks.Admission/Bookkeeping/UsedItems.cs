using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>
/// Volumes and resource claims that are gone from a pod template while containers that remain still name them: the
/// API server would refuse the pod, so they must stay.
/// </summary>
internal static class UsedItems
{
    private const string Volumes = "volumes";
    private const string Claims = "resourceClaims";

    /// <summary>The items that must stay.</summary>
    /// <param name="podTemplate">The pod template, maybe without the items.</param>
    /// <param name="before">The pod template that had them.</param>
    /// <param name="takenOff">The items' paths.</param>
    /// <param name="volumeClaims">The workload's <c>volumeClaimTemplates</c>, which its mounts may name too.</param>
    public static IReadOnlyList<string> Missing(JsonDraft podTemplate, JsonDraft before, IReadOnlyList<string> takenOff, JsonValue volumeClaims)
    {
        List<string> missing = [];
        HashSet<string>? used = null;
        foreach (string path in takenOff)
        {
            if (ListOf(path) is { } list && !ItemPlace.TryFind(podTemplate, path, out _) && ItemPlace.TryFind(before, path, out ItemPlace place))
            {
                used ??= UsedIn(podTemplate.Find("spec")!, volumeClaims);
                if (used.Contains($"{list}/{place.Draft.Freeze()["name"u8].AsString()}"))
                {
                    missing.Add(path);
                }
            }
        }

        return missing;
    }

    private static string? ListOf(string path)
    {
        ItemSteps steps = new(path);
        steps.MoveNext();
        string? list = steps.Text switch { Volumes => Volumes, Claims => Claims, _ => null };
        return steps.MoveNext() && steps is { IsKey: true, IsLast: true } ? list : null;
    }

    private static HashSet<string> UsedIn(JsonDraft spec, JsonValue volumeClaims)
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (string list in Merging.ContainerList.All)
        {
            foreach (JsonValue container in spec.Find(list)?.Freeze().Items() ?? [])
            {
                Enter(used, Volumes, container["volumeMounts"u8].Items().Concat(container["volumeDevices"u8].Items()).Select(mount => mount["name"u8]));
                Enter(used, Volumes, container["env"u8].Items().Select(one => one["valueFrom"u8]["fileKeyRef"u8]["volumeName"u8]));
                Enter(used, Claims, container["resources"u8]["claims"u8].Items().Select(claim => claim["name"u8]));
            }
        }

        foreach (JsonValue claim in volumeClaims.Items())
        {
            used.Remove($"{Volumes}/{claim["metadata"u8]["name"u8].AsString()}");
        }

        return used;
    }

    private static void Enter(HashSet<string> used, string list, IEnumerable<JsonValue> names) =>
        used.UnionWith(names.Select(name => $"{list}/{name.AsString()}"));
}
