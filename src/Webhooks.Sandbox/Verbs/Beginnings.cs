using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Bootstrap;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>The objects that a cluster has from its start.</summary>
internal static class Beginnings
{
    private static readonly GroupResource Namespaces = new("", "namespaces");
    private static readonly GroupResource Services = new("", "services");
    private static readonly string[] Names = ["default", "kube-system", "kube-public", "kube-node-lease"];

    /// <summary>Makes them.</summary>
    public static void Make(Cluster cluster)
    {
        foreach ((GroupResource resource, JsonValue value) in BootstrapPolicy.All)
        {
            Store(cluster, resource, value);
        }

        foreach (string name in Names)
        {
            Store(cluster, Namespaces, JsonTree.Parse(
                $$$"""{"metadata":{"name":"{{{name}}}","labels":{"kubernetes.io/metadata.name":"{{{name}}}"}},"spec":{"finalizers":["kubernetes"]},"status":{"phase":"Active"}}""").Root);
        }

        // How pods find the server. Nothing in the sandbox routes to it.
        Store(cluster, Services, JsonTree.Parse(
            $$$"""
            {"metadata":{"name":"kubernetes","namespace":"default","labels":{"component":"apiserver","provider":"kubernetes"}},
            "spec":{"ports":[{"name":"https","protocol":"TCP","port":443,"targetPort":6443}],"clusterIP":"{{{ServiceAddresses.OfServer}}}",
            "clusterIPs":["{{{ServiceAddresses.OfServer}}}"],"type":"ClusterIP","sessionAffinity":"None","ipFamilies":["IPv4"],
            "ipFamilyPolicy":"SingleStack","internalTrafficPolicy":"Cluster"},"status":{"loadBalancer":{} } }
            """).Root);
    }

    private static void Store(Cluster cluster, GroupResource resource, JsonValue value)
    {
        JsonDraft draft = new(value);
        ObjectMeta meta = new(draft) { Uid = Guid.NewGuid().ToString(), CreationTimestamp = cluster.Time.GetUtcNow() };
        _ = cluster.Store.TryCreate(resource, StoredObject.Of(draft)) ?? throw new InvalidOperationException($"{meta.Name} is there twice");
    }
}
