using System.Text.Json;
using System.Text.Json.Serialization;
using Webhooks.Resources.Quantities;

namespace Webhooks.Client.Objects;

/// <summary>Quantities by name, each as it was written; a custom resource may have a number for one.</summary>
internal sealed class QuantityMapConverter : JsonConverter<StringMap>
{
    public override bool HandleNull => true;

    public override StringMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
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
            string name = TextPool.Read(ref reader);
            reader.Read();
            pairs.Add(new KeyValuePair<string, string>(name, ReadQuantity(ref reader)));
        }

        return StringMap.Of(pairs);
    }

    public override void Write(Utf8JsonWriter writer, StringMap value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach ((string name, string text) in value)
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static string ReadQuantity(ref Utf8JsonReader reader)
    {
        string text = QuantityConverter.ReadText(ref reader);
        return Quantity.TryParse(text, out _, out string? problem) ? text : throw new JsonException(problem);
    }
}
