namespace Webhooks.Server.Debugging;

/// <summary>How an informer is at one moment.</summary>
/// <param name="Name">The resource, as the API spells it.</param>
/// <param name="IsSynced">Whether the first list is complete.</param>
/// <param name="Objects">How many objects it holds.</param>
internal readonly record struct InformerReading(string Name, bool IsSynced, int Objects);
