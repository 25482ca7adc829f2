using System.Text.Json;
using System.Text.Json.Serialization;
using Webhooks.Resources.Literals;

namespace Webhooks.Client.Objects;

/// <summary>Times as <c>metav1.MicroTime</c>: six decimals, no more and no less, as API servers ask for.</summary>
internal sealed class MicroTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => GoTime.Parse(reader.GetString()!, GoTime.Micro, out DateTimeOffset time) is { } problem
            ? throw new JsonException(problem)
            : time,
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(GoTime.WriteMicro(time));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
