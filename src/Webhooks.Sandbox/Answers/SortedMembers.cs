using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Answers;

/// <summary>Sorts the members of objects by name, as Go writes maps: so YAML comes out.</summary>
internal static class SortedMembers
{
    /// <summary>The value with the members of each object in order.</summary>
    public static JsonValue Of(JsonValue value)
    {
        using PooledBuffer buffer = new();
        Write(value, new JsonWriter(buffer));
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Root;
    }

    private static void Write(JsonValue value, JsonWriter writer)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                writer.StartObject();
                foreach ((string name, JsonValue member) in value.Members().OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    writer.WriteName(name);
                    Write(member, writer);
                }

                writer.EndObject();
                break;
            case JsonKind.Array:
                writer.StartArray();
                foreach (JsonValue item in value.Items())
                {
                    Write(item, writer);
                }

                writer.EndArray();
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
