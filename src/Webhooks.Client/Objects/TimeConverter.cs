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
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeMember.Read(ref reader, GoTime.Rfc3339);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        TimeMember.Write(writer, value, GoTime.Write);
}
