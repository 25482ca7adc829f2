using System.Text.Encodings.Web;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>JSON as recordings and answers are read: strictly, and not with the code under test.</summary>
internal static class TranscriptJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 512 };
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is no JSON, or names a member twice.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new FormatException(failure.Message, failure);
        }
    }

    /// <summary>A member of an object; <c>null</c>: it has none of that name, or is no object.</summary>
    public static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out JsonElement member) ? member : null;

    /// <summary>Without space between tokens, members and number literals as they stand.</summary>
    public static string Compact(JsonElement element)
    {
        using MemoryStream output = new();
        using (Utf8JsonWriter writer = new(output, Plain))
        {
            element.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
