using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>The frame that all answered reviews share.</summary>
internal static class ReviewJson
{
    /// <summary>A review of version v1 with that metadata, an empty one where it is missing, and what <paramref name="write"/> adds.</summary>
    public static JsonValue Document(string kind, string group, JsonValue metadata, Action<JsonWriter> write) => JsonLists.Document(writer =>
    {
        writer.StartObject();
        writer.WriteText("kind", kind);
        writer.WriteText("apiVersion", $"{group}/v1");
        writer.WriteName("metadata");
        if (metadata.IsMissing)
        {
            writer.StartObject();
            writer.EndObject();
        }
        else
        {
            writer.WriteValue(metadata);
        }

        write(writer);
        writer.EndObject();
    });
}
