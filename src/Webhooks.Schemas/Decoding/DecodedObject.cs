using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>What a body says, as the server goes on with it.</summary>
/// <param name="Object">The object in normal form: of a built-in kind what a round trip through its Go type leaves.</param>
/// <param name="Warnings">Texts for <c>Warning</c> headers, in the server's order.</param>
public sealed record DecodedObject(JsonValue Object, IReadOnlyList<string> Warnings);
