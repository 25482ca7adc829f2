using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Durations as <c>metav1.Duration</c>: read as Go reads them, written as Go prints them.</summary>
internal sealed class DurationConverter : JsonConverter<Duration>
{
    public override bool HandleNull => true;

    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => default,
        JsonTokenType.String when Duration.TryParse(reader.GetString(), out Duration duration) => duration,
        _ => throw new JsonException("it is no duration such as 1h30m"),
    };

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
