using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Webhooks.FunctionalTests.Client.Sending;

/// <summary>A request as a server saw it.</summary>
/// <param name="Protocol">HTTP/1.1 or HTTP/2.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, as they were sent.</param>
/// <param name="Headers">The headers; a repeated one has several values.</param>
/// <param name="Body">The body.</param>
/// <param name="Client">The name in the client's certificate; empty for none.</param>
internal sealed record SeenRequest(string Protocol, string Method, string Target, IReadOnlyDictionary<string, string[]> Headers, string Body, string Client)
{
    public string Header(string name) => Headers.TryGetValue(name, out string[]? values) ? string.Join('|', values) : "";

    public static async Task<SeenRequest> OfAsync(HttpContext context)
    {
        using StreamReader body = new(context.Request.Body);
        return new SeenRequest(
            context.Request.Protocol,
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.Select(value => value ?? "").ToArray(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(),
            context.Connection.ClientCertificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? "");
    }
}
