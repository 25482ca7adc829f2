using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract.Playback;

/// <summary>Compares requests as they came over the wire with recorded ones.</summary>
internal static class RequestMatch
{
    /// <summary>The whole body.</summary>
    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    /// <summary>What is otherwise than recorded; <c>null</c>: nothing.</summary>
    public static string? Problem(RecordedRequest expected, HttpContext context, byte[] body)
    {
        HttpRequest request = context.Request;
        string target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        string text = Padding.Fill(PlaybackValues.Fill(expected.Body ?? ""));
        IEnumerable<string> headers = expected.Headers.Select(header => header.Name).Append("Accept").Distinct();
        return request.Method != expected.Method ? $"method {request.Method}"
            : target != PlaybackValues.Fill(expected.Path) ? $"target {target}"
            : expected.IsAnonymous == (context.Connection.ClientCertificate != null) ? "the wrong credentials"
            : !body.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(text)) ? $"body {Encoding.UTF8.GetString(body)}"
            : headers.FirstOrDefault(name => !IsSent(expected, request, name)) is { } other ? $"header {other}: {request.Headers[other]}"
            : null;
    }

    private static bool IsSent(RecordedRequest expected, HttpRequest request, string name)
    {
        string[] values = [.. expected.HeaderValues(name).Select(PlaybackValues.Fill)];
        return (values.Length == 0 ? ["application/json"] : values).SequenceEqual(request.Headers[name].OfType<string>());
    }
}
