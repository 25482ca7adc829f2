using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Objects;

/// <summary>Numbers in objects.</summary>
internal static class Numbers
{
    /// <summary>The whole number that a value is; 0 for anything else, and for none.</summary>
    public static long Of(JsonValue value) => value.TryGetInt64(out long number) ? number : 0;
}
