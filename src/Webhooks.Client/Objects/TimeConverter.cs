using System.Text.Json;
using System.Text.Json.Serialization;
using Webhooks.Resources.Literals;

namespace Webhooks.Client.Objects;

/// <summary>Times as <c>metav1.Time</c>: read as Go reads them, written in UTC to the second. For members of records that have such times.</summary>
public sealed class TimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => GoTime.Parse(reader.GetString()!, GoTime.Rfc3339, out DateTimeOffset time) is { } problem
            ? throw new JsonException(problem)
            : time,
        _ => throw new JsonException(),
    };

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(GoTime.Write(time));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
