using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Bytes in base64. A problem names where it is, never what stands there.</summary>
internal sealed class SecretDataConverter : JsonConverter<SecretData>
{
    public override bool HandleNull => true;

    public override SecretData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return SecretData.Empty;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("the data is no object");
        }

        List<KeyValuePair<string, ReadOnlyMemory<byte>>> values = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = TextPool.Read(ref reader);
            reader.Read();
            byte[]? value = [];
            if (reader.TokenType != JsonTokenType.Null && (reader.TokenType != JsonTokenType.String || !reader.TryGetBytesFromBase64(out value)))
            {
                throw new JsonException($"the value of {name} is no base64");
            }

            values.Add(new KeyValuePair<string, ReadOnlyMemory<byte>>(name, value));
        }

        return SecretData.Of(values);
    }

    public override void Write(Utf8JsonWriter writer, SecretData value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (string name in value.Names)
        {
            value.TryGet(name, out ReadOnlyMemory<byte> bytes);
            writer.WriteBase64String(name, bytes.Span);
        }

        writer.WriteEndObject();
    }
}
