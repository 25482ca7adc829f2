using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Preparing;

namespace Webhooks.Tests.Sandbox.Preparing;

/// <summary>Objects in normal form, prepared to be stored.</summary>
internal static class Prepared
{
    public static JsonValue Create(ApiResource resource, JsonValue value, ServiceAddresses? addresses = null) =>
        CreatePreparation.Prepare(resource, new JsonDraft(value), value, addresses);

    public static JsonValue Update(ApiResource resource, JsonValue value, JsonValue old, ServiceAddresses? addresses = null) =>
        UpdatePreparation.Prepare(resource, new JsonDraft(value), value, old, addresses);
}
