namespace Webhooks.Client.Requests;

/// <summary>Members to set, with the items of keyed lists merged by their keys. Built-in kinds alone take it; others answer 415.</summary>
/// <param name="document">JSON, with <c>$patch</c> and its like where wanted. Kept, not copied.</param>
/// <exception cref="ArgumentException">It is empty.</exception>
public sealed class StrategicMergePatch(ReadOnlyMemory<byte> document) : Patch("application/strategic-merge-patch+json", document);
