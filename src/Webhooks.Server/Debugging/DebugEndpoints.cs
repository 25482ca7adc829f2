using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Json;
using Webhooks.Server.Health;

namespace Webhooks.Server.Debugging;

/// <summary>Maps pages that show the inside of the process: to callers on this machine alone, since nobody is asked who he is.</summary>
internal static class DebugEndpoints
{
    /// <summary>The path of the index.</summary>
    public const string Path = "/debug";

    /// <summary>Maps the index and its pages.</summary>
    public static void Map(WebApplication app, IReadOnlyList<DebugPage> pages)
    {
        string index = string.Concat(pages.Select(page => $"{Path}/{page.Name,-12} {page.Help}\n"));
        app.Map(Path, ForThisMachine(context => PlainText.WriteAsync(context, StatusCodes.Status200OK, index)));
        foreach (DebugPage page in pages)
        {
            app.Map($"{Path}/{page.Name}", ForThisMachine(context => AnswerAsync(context, page)));
        }
    }

    // What is forwarded by kubectl arrives from the loopback address too: whoever may do that may look into the pod anyway.
    private static RequestDelegate ForThisMachine(RequestDelegate answer) => context =>
        context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller)
            ? answer(context)
            : PlainText.WriteAsync(
                context, StatusCodes.Status403Forbidden, $"{Path} answers this machine alone; try kubectl port-forward, and curl localhost\n");

    private static async Task AnswerAsync(HttpContext context, DebugPage page)
    {
        using PooledBuffer text = new();
        page.Write(new JsonWriter(text));
        text.Write("\n"u8);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = text.Length;
        context.Response.Headers.CacheControl = "no-cache, private";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(text.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
