using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Reads the response of a step.</summary>
internal static class RecordedResponseReader
{
    public static RecordedResponse Read(JsonElement response)
    {
        TranscriptReader.Known(response, "status", "headers", "body", "text", "partial");
        JsonElement headers = response.TryGetProperty("headers", out JsonElement shown) ? shown : TranscriptJson.Parse("{}"u8.ToArray());
        TranscriptReader.Known(headers, "Content-Type", "Warning", "Retry-After");
        return new RecordedResponse(TranscriptReader.Member(response, "status").GetInt32())
        {
            ContentType = Optional(headers, "Content-Type"),
            Warnings = TranscriptReader.Texts(headers, "Warning"),
            RetryAfter = Optional(headers, "Retry-After"),
            Body = response.TryGetProperty("body", out JsonElement body) ? body : null,
            Text = Optional(response, "text"),
            IsPartial = TranscriptReader.Flag(response, "partial"),
        };
    }

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
