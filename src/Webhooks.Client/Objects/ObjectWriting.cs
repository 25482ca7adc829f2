using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>Writes records as the body of a create.</summary>
internal static class ObjectWriting
{
    /// <summary>The object in JSON, with its kind and version, which custom resources do not go without. What is empty is left out.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T item)
        where T : IKubernetesObject<T>
    {
        using JsonDocument record = JsonSerializer.SerializeToDocument(item, Written<T>.Type);
        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteString("apiVersion"u8, T.Resource.ApiVersion);
        writer.WriteString("kind"u8, T.Resource.Kind);
        foreach (JsonProperty member in record.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object || member.Value.EnumerateObject().Any())
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }

    /// <summary>Members of records leave out what is empty: an empty text is none there, where in a map it may be meant.</summary>
    private static class Written<T>
        where T : IKubernetesObject<T>
    {
        public static JsonTypeInfo<T> Type { get; } = Make();

        private static JsonTypeInfo<T> Make()
        {
            JsonSerializerOptions options = new(T.Json.Options) { TypeInfoResolver = T.Json.Options.TypeInfoResolver!.WithAddedModifier(LeaveOutEmpty) };
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
    }

    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Kind == JsonTypeInfoKind.Object ? type.Properties : [])
        {
            Type of = property.PropertyType;
            property.ShouldSerialize = (_, value) => !IsEmpty(of, value);
        }
    }

    // A number that may be missing is meant where it is 0; another is not.
    private static bool IsEmpty(Type type, object? value) => value switch
    {
        null or "" or System.Collections.ICollection { Count: 0 } or StringMap { Count: 0 } or SecretData { Count: 0 } => true,
        false => type == typeof(bool),
        0 => type == typeof(int),
        0L => type == typeof(long),
        _ => false,
    };
}
