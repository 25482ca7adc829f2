using Webhooks.Sandbox.Controllers.Garbage;
using Webhooks.Sandbox.Controllers.Namespaces;
using Webhooks.Sandbox.Controllers.Quotas;
using Webhooks.Sandbox.Controllers.Volumes;
using Webhooks.Sandbox.Verbs;
using Webhooks.Sandbox.Workloads;
using Webhooks.Sandbox.Workloads.Events;

namespace Webhooks.Sandbox.Controllers;

/// <summary>Which controllers a server runs.</summary>
internal static class ControllerSet
{
    /// <summary>Makes them.</summary>
    /// <param name="options">How the server is.</param>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="writes">Their writes.</param>
    /// <param name="authority">The certificate of its CA, in PEM.</param>
    public static IEnumerable<Controller> Make(ApiServerOptions options, Cluster cluster, ObjectWrites writes, string authority)
    {
        if (!options.RunsControllers)
        {
            yield break;
        }

        // The collector before those who end kinds: it asks owners' kinds.
        yield return new GarbageCollector(cluster, writes);
        yield return new NamespaceController(cluster, writes, options.NamespaceGrace);
        yield return new DefinitionCleanup(cluster, writes);
        yield return new RoleAggregationController(cluster, writes);
        if (options.ReleasesVolumes)
        {
            yield return new VolumeRelease(cluster, writes);
        }

        if (options.MakesServiceAccounts)
        {
            yield return new NamespaceAccounts(cluster, writes, authority);
        }

        if (options.CountsQuotas)
        {
            yield return new ResourceQuotaController(cluster, writes);
        }

        if (options.PlaysWorkloads)
        {
            EventRecorder events = new(cluster, writes);
            yield return new DeploymentController(cluster, writes, events);
            yield return new ReplicaSetController(cluster, writes, events);
            yield return new NodeAgent(cluster, writes, events);
        }
    }
}
