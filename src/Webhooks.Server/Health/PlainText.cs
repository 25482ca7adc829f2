using System.Text;
using Microsoft.AspNetCore.Http;

namespace Webhooks.Server.Health;

/// <summary>Answers in plain text, for people and probes.</summary>
internal static class PlainText
{
    /// <summary>Answers with that code and text; HEAD gets the headers alone.</summary>
    public static async Task WriteAsync(HttpContext context, int code, string text)
    {
        HttpResponse response = context.Response;
        byte[] body = Encoding.UTF8.GetBytes(text);
        response.StatusCode = code;
        response.ContentType = "text/plain; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
