namespace Webhooks.Sandbox.Storage;

/// <summary>Objects as they were at one revision, in the order of their keys.</summary>
/// <param name="Objects">The objects.</param>
/// <param name="Revision">The revision.</param>
internal sealed record Snapshot(IReadOnlyList<StoredObject> Objects, long Revision);
