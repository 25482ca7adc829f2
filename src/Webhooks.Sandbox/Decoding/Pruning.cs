using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Drops from a custom resource what its schema doesn't name.</summary>
/// <param name="value">The object, its metadata read already.</param>
internal delegate PrunedObject Pruning(JsonValue value);

/// <summary>A custom resource without the members that its schema doesn't name.</summary>
/// <param name="Object">What is left.</param>
/// <param name="UnknownFields">The paths of what was dropped, <c>spec.parts[0].weight</c>, in the server's order.</param>
internal sealed record PrunedObject(JsonValue Object, IReadOnlyList<string> UnknownFields);
