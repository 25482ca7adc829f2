using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;
using Webhooks.Sandbox.Admission;
using Webhooks.Sandbox.Admission.Quotas;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Quotas;

/// <summary>Counts what is used of a quota, by what is stored.</summary>
/// <remarks>As <c>CalculateUsage</c> in <c>k8s.io/apiserver/pkg/quota/v1</c>.</remarks>
internal static class QuotaUsage
{
    /// <summary>What is used, by each name of a quota that somebody can count.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="space">The quota's namespace.</param>
    /// <param name="spec">The quota's <c>spec</c>.</param>
    public static ResourceList Count(Cluster cluster, string space, JsonValue spec)
    {
        DateTimeOffset now = cluster.Time.GetUtcNow();
        IReadOnlyList<QuotaScope> scopes = QuotaScope.Of(spec);
        ResourceList used = new();
        foreach ((Evaluator evaluator, string[] names) in Tracked(cluster, ResourceList.Read(spec["hard"u8]).Names))
        {
            ResourceList sum = new();
            foreach (string name in names)
            {
                sum[name] = Quantity.FromInt64(0);
            }

            ApiResource resource = cluster.Get(evaluator.Resource);
            foreach (StoredObject item in cluster.Store.List(resource.StoredAs, space + "/").Objects)
            {
                JsonValue value = item.Read();
                if (evaluator.IsIn(scopes, value))
                {
                    sum.Add(evaluator.Usage(value, now).Where((name, _) => sum.Has(name)));
                }
            }

            used.Add(sum);
        }

        return used;
    }

    /// <summary>The names that can be counted, by who counts them: those of resources that are served in namespaces.</summary>
    private static IEnumerable<(Evaluator Evaluator, string[] Names)> Tracked(Cluster cluster, IEnumerable<string> names) => names
        .GroupBy(name => Evaluators.For(name)?.Resource)
        .Where(group => group.Key is { } resource && cluster.Kinds.FindAny(resource) is { IsNamespaced: true })
        .Select(group => (Evaluators.Of(group.Key!.Value)!, group.ToArray()));
}
