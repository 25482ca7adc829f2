using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Preparing;

/// <summary>Leases without what a server takes only that picks leaders itself: <c>CoordinatedLeaderElection</c>, off by default.</summary>
internal static class LeasePreparation
{
    /// <summary>Drops it.</summary>
    public static void Reduce(JsonDraft draft)
    {
        if (draft.Find("spec") is { Kind: JsonKind.Object } spec)
        {
            spec.Remove("strategy");
            spec.Remove("preferredHolder");
        }
    }
}
