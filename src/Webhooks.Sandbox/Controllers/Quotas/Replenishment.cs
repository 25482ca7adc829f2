using Webhooks.Resources.Json;
using Webhooks.Sandbox.Admission.Quotas;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Controllers.Quotas;

/// <summary>Which changes leave more to quotas than admission knows.</summary>
/// <remarks>As <c>pkg/quota/v1/install/update_filter.go</c>.</remarks>
internal static class Replenishment
{
    private static readonly string[] Statuses = ["containerStatuses", "initContainerStatuses"];

    /// <summary>Whether a change may do that: objects that go, pods that end, and some that now use less of something.</summary>
    public static bool IsDue(in ResourceChange change, DateTimeOffset now)
    {
        if (change.Change.Kind == ChangeKind.Deleted)
        {
            return Evaluators.Of(change.Resource) != null;
        }

        if (change.Change.Previous is not { } previous || change.Resource is not { Group: "", Resource: "pods" or "services" or "persistentvolumeclaims" })
        {
            return false;
        }

        JsonValue old = previous.Read();
        JsonValue next = change.Change.Object.Read();
        return change.Resource.Resource switch
        {
            "pods" => Differ(old, next)
                || PodScopes.IsTerminating(old) != PodScopes.IsTerminating(next)
                || (PodEvaluator.IsCharged(old, now) && !PodEvaluator.IsCharged(next, now)),
            "services" => ServiceEvaluator.TypeOf(old) != ServiceEvaluator.TypeOf(next),
            _ => true,
        };
    }

    /// <summary>Whether the node has given the containers of a pod something else.</summary>
    private static bool Differ(JsonValue old, JsonValue next) => Statuses.Any(list => old["status"u8][list].Items().Any(before =>
        next["status"u8][list].Items().FirstOrDefault(now => now["name"u8].AsString() == before["name"u8].AsString()) is { IsMissing: false } after
        && !JsonEquality.AreEqual(Of(before), Of(after))));

    private static JsonValue Of(JsonValue status) => status["resources"u8] is { IsMissing: false } resources ? resources : Nothing;

    private static readonly JsonValue Nothing = JsonTree.Parse("{}").Root;
}
