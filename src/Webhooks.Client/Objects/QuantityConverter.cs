using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Webhooks.Resources.Quantities;

namespace Webhooks.Client.Objects;

/// <summary>Quantities: texts, or numbers as a custom resource may have them; written in the spelling they were read in.</summary>
internal sealed class QuantityConverter : JsonConverter<Quantity>
{
    public override bool HandleNull => true;

    public override Quantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Quantity.TryParse(ReadText(ref reader), out Quantity quantity, out string? problem) ? quantity : throw new JsonException(problem);

    public override void Write(Utf8JsonWriter writer, Quantity value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    /// <summary>The text of one; <c>null</c> is zero. Whether it is one is not looked at.</summary>
    public static string ReadText(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => TextPool.Read(ref reader).Trim(),
        JsonTokenType.Number => reader.HasValueSequence ? Encoding.ASCII.GetString(reader.ValueSequence) : Encoding.ASCII.GetString(reader.ValueSpan),
        JsonTokenType.Null => "0",
        _ => throw new JsonException(),
    };
}
