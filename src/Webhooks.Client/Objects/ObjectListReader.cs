using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>Reads lists. One object that can't be read spoils nothing but itself.</summary>
internal static class ObjectListReader
{
    /// <summary>Reads a list as an API server answers it.</summary>
    /// <exception cref="JsonException">It is not a list, or no JSON.</exception>
    public static ObjectList<T> Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        List<T> items = [];
        List<UndecodableObject> undecodable = [];
        ListMeta meta = ListMeta.Empty;
        bool isList = false;
        Utf8JsonReader reader = new(json, UndecodableReader.Options);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("metadata"u8))
            {
                reader.Read();
                meta = JsonSerializer.Deserialize(ref reader, ObjectsJson.Default.ListMeta) ?? ListMeta.Empty;
            }
            else if (reader.ValueTextEquals("items"u8))
            {
                isList = true;
                reader.Read();
                ReadItems(ref reader, json, type, items, undecodable);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // To the end: what was cut off is no list.
        while (reader.Read())
        {
        }

        return isList
            ? new ObjectList<T>(items, undecodable, meta.ResourceVersion, meta.Continue, meta.RemainingItemCount)
            : throw new JsonException("the answer is no list: it has no items");
    }

    private static void ReadItems<T>(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> json, JsonTypeInfo<T> type, List<T> items, List<UndecodableObject> undecodable)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("items are no array");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Utf8JsonReader start = reader;
            try
            {
                items.Add(JsonSerializer.Deserialize(ref reader, type) ?? throw new JsonException("it is null"));
            }
            catch (JsonException problem)
            {
                reader = start;
                reader.Skip();
                undecodable.Add(UndecodableReader.Read(json[(int)start.TokenStartIndex..(int)reader.BytesConsumed], problem));
            }
        }
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token)
        {
            throw new JsonException("the answer is no object");
        }
    }
}
