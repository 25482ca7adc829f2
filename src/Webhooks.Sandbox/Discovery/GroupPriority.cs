using System.Collections.Frozen;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Discovery;

/// <summary>Where a group stands among all, and a version in its group: the higher, the earlier.</summary>
/// <remarks>Source: the priorities of the APIServices that kube-apiserver registers, and those of custom resources.</remarks>
internal static class GroupPriority
{
    private const int OfCustomGroup = 1000;
    private const int OfCustomVersion = 100;

    private static readonly FrozenDictionary<string, int> Groups = new Dictionary<string, int>
    {
        [""] = 18000,
        ["apiregistration.k8s.io"] = 20000,
        ["apps"] = 17800,
        ["events.k8s.io"] = 17750,
        ["authentication.k8s.io"] = 17700,
        ["authorization.k8s.io"] = 17600,
        ["autoscaling"] = 17500,
        ["batch"] = 17400,
        ["certificates.k8s.io"] = 17300,
        ["networking.k8s.io"] = 17200,
        ["policy"] = 17100,
        ["rbac.authorization.k8s.io"] = 17000,
        ["storage.k8s.io"] = 16800,
        ["admissionregistration.k8s.io"] = 16700,
        ["apiextensions.k8s.io"] = 16700,
        ["scheduling.k8s.io"] = 16600,
        ["coordination.k8s.io"] = 16500,
        ["node.k8s.io"] = 16300,
        ["discovery.k8s.io"] = 16200,
        ["flowcontrol.apiserver.k8s.io"] = 16100,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<GroupVersion, int> Versions = new Dictionary<GroupVersion, int>
    {
        [new("", "v1")] = 1,
        [new("autoscaling", "v2")] = 30,
        [new("flowcontrol.apiserver.k8s.io", "v1")] = 21,
    }.ToFrozenDictionary();

    /// <summary>The priority of a group.</summary>
    public static int Of(string group) => Groups.GetValueOrDefault(group, OfCustomGroup);

    /// <summary>The priority of a version in its group.</summary>
    public static int Of(GroupVersion version) =>
        Versions.GetValueOrDefault(version, Groups.ContainsKey(version.Group) ? 15 : OfCustomVersion);
}
