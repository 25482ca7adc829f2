using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Reads and writes maps; a value <c>null</c> reads as an empty text, as Go has it. Keys come again in other objects, and are shared.</summary>
internal sealed class StringMapConverter : JsonConverter<StringMap>
{
    public override bool HandleNull => true;

    /// <summary>Reads one value.</summary>
    internal delegate string ValueReader(ref Utf8JsonReader reader);

    public override StringMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, ReadText);

    public override void Write(Utf8JsonWriter writer, StringMap value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Reads a map whose values are what <paramref name="readValue"/> takes.</summary>
    internal static StringMap Read(ref Utf8JsonReader reader, ValueReader readValue)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return StringMap.Empty;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        List<KeyValuePair<string, string>> pairs = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = TextPool.Read(ref reader);
            reader.Read();
            pairs.Add(new KeyValuePair<string, string>(key, readValue(ref reader)));
        }

        return StringMap.Of(pairs);
    }

    internal static void Write(Utf8JsonWriter writer, StringMap value)
    {
        writer.WriteStartObject();
        foreach ((string key, string text) in value)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }

    private static string ReadText(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Null ? reader.GetString() ?? "" : throw new JsonException();
}
