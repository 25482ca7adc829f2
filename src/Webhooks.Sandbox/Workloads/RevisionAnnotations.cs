using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Workloads;

/// <summary>The annotations that a ReplicaSet has from its Deployment. Pure.</summary>
/// <remarks>As <c>SetNewReplicaSetAnnotations</c> in <c>pkg/controller/deployment/util</c>.</remarks>
internal static class RevisionAnnotations
{
    private const string History = "deployment.kubernetes.io/revision-history";
    private const string Desired = "deployment.kubernetes.io/desired-replicas";
    private const string Most = "deployment.kubernetes.io/max-replicas";

    private static readonly string[] Own =
    [
        "kubectl.kubernetes.io/last-applied-configuration", ReplicaSetView.RevisionAnnotation, History, Desired, Most,
    ];

    /// <summary>The annotations that the newest ReplicaSet is to have; those that are right already are left out.</summary>
    /// <param name="deployment">The Deployment.</param>
    /// <param name="known">The annotations that the ReplicaSet has; missing for a new one.</param>
    /// <param name="revision">The number of its revision, if it does not have a greater one.</param>
    public static IReadOnlyDictionary<string, string> Of(JsonValue deployment, JsonValue known, long revision)
    {
        Dictionary<string, string> changed = new(StringComparer.Ordinal);
        foreach ((string name, JsonValue value) in deployment["metadata"u8]["annotations"u8].Members())
        {
            if (!Own.Contains(name) && known[name].AsString() != value.AsString())
            {
                changed[name] = value.AsString() ?? "";
            }
        }

        string before = known[ReplicaSetView.RevisionAnnotation].AsString() ?? "";
        if (!long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number < revision)
        {
            changed[ReplicaSetView.RevisionAnnotation] = Text(revision);
            if (before.Length > 0)
            {
                changed[History] = known[History].AsString() is { Length: > 0 } history ? history + "," + before : before;
            }
        }

        Set(changed, known, RolloutLimits.Read(deployment["spec"u8]));
        return changed;
    }

    /// <summary>Sets annotations of a draft.</summary>
    public static void Put(JsonDraft draft, IReadOnlyDictionary<string, string> annotations)
    {
        JsonDraft section = draft.Child("metadata").Child("annotations");
        foreach ((string name, string value) in annotations)
        {
            section.SetText(name, value);
        }
    }

    private static void Set(Dictionary<string, string> changed, JsonValue known, RolloutLimits limits)
    {
        foreach ((string name, string value) in new[] { (Desired, Text(limits.Replicas)), (Most, Text(limits.Replicas + limits.Surge)) })
        {
            if (known[name].AsString() != value)
            {
                changed[name] = value;
            }
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
