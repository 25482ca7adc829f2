using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>The pod of a workload, and what its rules found wrong so far.</summary>
internal sealed class JudgedPod
{
    /// <summary>The pod of an object.</summary>
    /// <param name="workload">The object.</param>
    /// <param name="pathOfPod">The names on the way to its pod template.</param>
    public JudgedPod(JsonElement workload, params ReadOnlySpan<string> pathOfPod)
    {
        JsonElement pod = workload.Get(pathOfPod);
        Metadata = pod.Get("metadata");
        Spec = pod.Get("spec");
        Containers =
        [
            .. Spec.List("initContainers").Select(one => new JudgedContainer(one, IsInit: true)),
            .. Spec.List("containers").Select(one => new JudgedContainer(one, IsInit: false)),
        ];
        foreach (JsonElement volume in Spec.List("volumes"))
        {
            Volumes.TryAdd(volume.Text("name"), VolumeRules.SourceOf(volume));
        }

        // The controller of a StatefulSet puts its claims in the place of volumes of the same name.
        foreach (JsonElement claim in workload.Get("spec").List("volumeClaimTemplates"))
        {
            Volumes[claim.Get("metadata").Text("name")] = "persistentVolumeClaim";
        }
    }

    public JsonElement Metadata { get; }

    public JsonElement Spec { get; }

    /// <summary>Init containers, then containers; without ephemeral ones.</summary>
    public IReadOnlyList<JudgedContainer> Containers { get; }

    /// <summary>The kinds of the volumes' sources, by name.</summary>
    public Dictionary<string, string> Volumes { get; } = [];

    public bool IsHostNetwork => Spec.IsTrue("hostNetwork");

    public bool IsWindows => Spec.Get("os").Text("name") == "windows";

    /// <summary>The time that it has to end, in seconds; 30 where nothing is said.</summary>
    public long Grace => Spec.Has("terminationGracePeriodSeconds") ? Spec.Number("terminationGracePeriodSeconds") : 30;

    public List<string> Violations { get; } = [];

    public void Forbid(bool isBroken, string violation)
    {
        if (isBroken)
        {
            Violations.Add(violation);
        }
    }

    public void Unique(string what, IEnumerable<string> values)
    {
        HashSet<string> seen = [];
        foreach (string value in values)
        {
            Forbid(!seen.Add(value), $"{what} {value} stands twice");
        }
    }
}
