using System.Collections.Immutable;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Reads the request of a step.</summary>
internal static class RecordedRequestReader
{
    public static RecordedRequest Read(JsonElement request)
    {
        TranscriptReader.Known(request, "method", "path", "headers", "json", "body", "credentials");
        return new RecordedRequest(TranscriptReader.Text(request, "method"), TranscriptReader.Text(request, "path"))
        {
            Headers = Headers(request),
            Body = Body(request),
            IsAnonymous = IsAnonymous(request),
        };
    }

    private static ImmutableArray<(string, string)> Headers(JsonElement request)
    {
        if (!request.TryGetProperty("headers", out JsonElement headers))
        {
            return [];
        }

        return [.. headers.EnumerateObject().SelectMany(header => header.Value.ValueKind == JsonValueKind.Array
            ? header.Value.EnumerateArray().Select(value => (header.Name, value.GetString()!))
            : [(header.Name, header.Value.GetString()!)])];
    }

    private static string? Body(JsonElement request)
    {
        bool hasText = request.TryGetProperty("body", out JsonElement body);
        if (!request.TryGetProperty("json", out JsonElement json))
        {
            return hasText ? body.GetString() : null;
        }

        return hasText ? throw new FormatException("a request has either json or body") : TranscriptJson.Compact(json);
    }

    private static bool IsAnonymous(JsonElement request) => request.TryGetProperty("credentials", out JsonElement credentials)
        && (credentials.ValueEquals("none") ? true : throw new FormatException($"unknown credentials: {credentials.GetRawText()}"));
}
