using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Verbs;

/// <summary>When an object that is being deleted is gone.</summary>
internal static class Finalization
{
    private static readonly GroupResource Namespaces = new("", "namespaces");

    /// <summary>Whether an update is the end of an object: it was to be deleted, and nothing holds it any more.</summary>
    public static bool EndsBy(ApiCall call, JsonValue old, JsonDraft next)
    {
        JsonValue meta = old["metadata"u8];
        bool isDue = !meta["deletionTimestamp"u8].IsAbsent
            && (!meta["deletionGracePeriodSeconds"u8].TryGetInt64(out long grace) || grace == 0);
        return isDue && new ObjectMeta(next).Finalizers.Count == 0 && (call.StoredAs != Namespaces || HoldsNothing(next));
    }

    private static bool HoldsNothing(JsonDraft space) => space.Find("spec")?.Find("finalizers") is not { Count: > 0 };
}
