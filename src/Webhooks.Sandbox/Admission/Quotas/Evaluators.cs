using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Who measures the objects of which resource.</summary>
internal static class Evaluators
{
    /// <summary>What stands before the name of a resource whose objects are counted.</summary>
    public const string CountPrefix = "count/";

    private static readonly Evaluator[] Special =
    [
        new PodEvaluator(),
        new ServiceEvaluator(),
        new ClaimEvaluator(),
        new AliasEvaluator("configmaps"),
        new AliasEvaluator("replicationcontrollers"),
        new AliasEvaluator("resourcequotas"),
        new AliasEvaluator("secrets"),
    ];

    /// <summary>Who measures the objects of a resource; <c>null</c> for those that quotas leave alone: events.</summary>
    public static Evaluator? Of(GroupResource resource)
    {
        foreach (Evaluator evaluator in Special)
        {
            if (evaluator.Resource == resource)
            {
                return evaluator;
            }
        }

        return resource is { Resource: "events", Group: "" or "events.k8s.io" } ? null : new Evaluator(resource);
    }

    /// <summary>Who measures what quotas have that name for; <c>null</c> for nobody.</summary>
    /// <param name="name">Such as <c>limits.cpu</c>, <c>count/jobs.batch</c>.</param>
    public static Evaluator? For(string name) =>
        Array.Find(Special, evaluator => evaluator.Tracks(name))
        ?? (name.StartsWith(CountPrefix, StringComparison.Ordinal) ? Of(GroupResource.Parse(name[CountPrefix.Length..])) : null);
}
