using System.Globalization;
using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Serving;

/// <summary>Answers in JSON.</summary>
internal static class JsonAnswer
{
    /// <summary>Answers with that code and document.</summary>
    public static async Task WriteAsync(HttpContext context, int code, ReadOnlyMemory<byte> json)
    {
        HttpResponse response = context.Response;
        response.StatusCode = code;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Answers with a fault: its code, and its Status in one line.</summary>
    public static async Task WriteAsync(HttpContext context, RequestFault fault)
    {
        if (fault.Status.Details?.RetryAfterSeconds is { } seconds and > 0)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        using PooledBuffer json = new();
        fault.Status.Write(new JsonWriter(json));
        json.GetSpan(1)[0] = (byte)'\n';
        json.Advance(1);
        await WriteAsync(context, fault.Status.Code, json.WrittenMemory).ConfigureAwait(false);
    }
}
