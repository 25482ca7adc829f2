using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Webhooks.Server.Serving;

/// <summary>What a request's headers alone decide.</summary>
internal static class RequestGate
{
    /// <summary>Why the request is refused before its body is read; <c>null</c> to read it.</summary>
    public static RequestFault? Check(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return RequestFault.NoPost(request.Method);
        }

        if (!MediaType.IsJson(request.ContentType))
        {
            return RequestFault.WrongMediaType("Content-Type: must be application/json");
        }

        StringValues encoding = request.Headers.ContentEncoding;
        return StringValues.IsNullOrEmpty(encoding) || encoding == "identity"
            ? null
            : RequestFault.WrongMediaType("Content-Encoding: the body must not be packed");
    }
}
