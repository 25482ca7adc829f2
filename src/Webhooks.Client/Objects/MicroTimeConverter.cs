using System.Text.Json;
using System.Text.Json.Serialization;
using Webhooks.Resources.Literals;

namespace Webhooks.Client.Objects;

/// <summary>Times as <c>metav1.MicroTime</c>: six decimals, no more and no less, as API servers ask for.</summary>
internal sealed class MicroTimeConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeMember.Read(ref reader, GoTime.Micro);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        TimeMember.Write(writer, value, GoTime.WriteMicro);
}
