using System.Text.Json;
using System.Text.Json.Serialization;
using Webhooks.Resources.Quantities;

namespace Webhooks.Client.Objects;

/// <summary>Quantities by name, each as it was written; a custom resource may have a number for one.</summary>
internal sealed class QuantityMapConverter : JsonConverter<StringMap>
{
    public override bool HandleNull => true;

    public override StringMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StringMapConverter.Read(ref reader, ReadQuantity);

    public override void Write(Utf8JsonWriter writer, StringMap value, JsonSerializerOptions options) => StringMapConverter.Write(writer, value);

    private static string ReadQuantity(ref Utf8JsonReader reader)
    {
        string text = QuantityConverter.ReadText(ref reader);
        return Quantity.TryParse(text, out _, out string? problem) ? text : throw new JsonException(problem);
    }
}
