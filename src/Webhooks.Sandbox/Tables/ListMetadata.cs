using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables;

/// <summary>The metadata of a list, or of a Table of one object.</summary>
/// <param name="ResourceVersion">The version of the list, or of the object; null or empty for none.</param>
/// <param name="Continue">The token for the next page; null or empty for none.</param>
/// <param name="RemainingItemCount">How many objects further pages have; null where that is not said.</param>
internal sealed record ListMetadata(string? ResourceVersion, string? Continue = null, long? RemainingItemCount = null)
{
    /// <summary>Writes the object, without the members that say nothing.</summary>
    public void Write(JsonWriter writer)
    {
        writer.StartObject();
        if (!string.IsNullOrEmpty(ResourceVersion))
        {
            writer.WriteText("resourceVersion", ResourceVersion);
        }

        if (!string.IsNullOrEmpty(Continue))
        {
            writer.WriteText("continue", Continue);
        }

        if (RemainingItemCount is { } remaining)
        {
            writer.WriteName("remainingItemCount"u8);
            writer.WriteNumber(remaining);
        }

        writer.EndObject();
    }
}
