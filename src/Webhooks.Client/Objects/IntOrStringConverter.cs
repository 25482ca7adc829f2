using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>A number is written as one, and a text as one.</summary>
internal sealed class IntOrStringConverter : JsonConverter<IntOrString>
{
    public override bool HandleNull => true;

    public override IntOrString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String => new IntOrString(reader.GetString()!),
        JsonTokenType.Number when reader.TryGetInt32(out int number) => new IntOrString(number),
        _ => throw new JsonException("it is neither a text nor a number of 32 bits"),
    };

    public override void Write(Utf8JsonWriter writer, IntOrString value, JsonSerializerOptions options)
    {
        if (value.TryGetNumber(out int number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }
}
