using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Discovery;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.OpenApi;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Serving;

/// <summary>The paths that are no resources: discovery, health, versions, schemas.</summary>
/// <remarks>Thread safe. Documents are made when they are asked for, once for each table of resources.</remarks>
internal sealed class Documents(Func<string> address, AccessControl access)
{
    private DocumentSet? _latest;

    /// <summary>The document of a path; <c>null</c> where there is none.</summary>
    /// <exception cref="StatusException">It cannot be had so: 405, 406.</exception>
    public Answer? Find(HttpContext context, RequestInfo info, KindTable kinds)
    {
        string path = info.Path.Length > 1 ? info.Path.TrimEnd('/') : info.Path;
        IQueryCollection query = context.Request.Query;
        if (HealthChecks.Find(path, query.ContainsKey("verbose"), QueryValues.Texts(query, "exclude")) is { } health)
        {
            return health;
        }

        DocumentSet documents = Of(kinds);
        return path.StartsWith("/openapi/", StringComparison.Ordinal)
            ? OpenApi(context.Request.Headers.Accept.ToString(), path, documents.OpenApi)
            : Discovery(context, info, path, documents.Discovery);
    }

    private static Answer? OpenApi(string accept, string path, OpenApiDocuments documents) => path switch
    {
        "/openapi/v2" => Swagger(accept, documents),
        "/openapi/v3" => new Answer.Document(documents.Index, ContentType: "text/plain; charset=utf-8"),
        _ when path.StartsWith("/openapi/v3/", StringComparison.Ordinal) =>
            documents.Find(path["/openapi/v3/".Length..], out _) is { } found ? new Answer.Document(found) : new Answer.Empty(404),
        _ => null,
    };

    /// <summary>The first form that is asked for and there is: JSON or protobuf.</summary>
    private static Answer Swagger(string accept, OpenApiDocuments documents) =>
        AcceptClause.Read(accept.Length == 0 ? "*/*" : accept)
        .Select(clause => clause.MediaType switch
        {
            "*/*" or "application/*" or "application/json" => new Answer.Document(documents.Swagger),
            SwaggerMessage.MediaType or SwaggerMessage.FormerMediaType => new Answer.Document(documents.SwaggerAsProtobuf, ContentType: SwaggerMessage.MediaType),
            _ => default(Answer),
        })
        .FirstOrDefault(answer => answer != null) ?? new Answer.Empty(406);

    private Answer.Document? Discovery(HttpContext context, RequestInfo info, string path, DiscoveryDocuments documents)
    {
        string accept = context.Request.Headers.Accept.ToString();
        string[] parts = path.Trim('/').Split('/');
        string? aggregated = parts is ["api"] or ["apis"] ? AggregatedVersion(accept) : null;
        ReadOnlyMemory<byte>? document = parts switch
        {
            [""] => documents.Index,
            ["version"] => DiscoveryDocuments.Version,
            ["openid", "v1", "jwks"] => Text(access.Tokens.KeySet()),
            [".well-known", "openid-configuration"] => Text(access.Tokens.Configuration($"https://{address()}/openid/v1/jwks")),
            ["api"] => aggregated == null ? documents.CoreVersions : documents.AggregatedCore(aggregated),
            ["apis"] => aggregated == null ? documents.GroupList : documents.AggregatedGroups(aggregated),
            ["api", var version] => documents.Resources(new GroupVersion("", version)),
            ["apis", var group] => documents.Group(group),
            ["apis", var group, var version] => documents.Resources(new GroupVersion(group, version)),
            _ => null,
        };
        if (document is not { } found)
        {
            return null;
        }

        if (info.Method != "GET")
        {
            throw new StatusException(Routing.MethodNotAllowed);
        }

        if (aggregated != null)
        {
            return new Answer.Document(found, ContentType: $"application/json;g=apidiscovery.k8s.io;v={aggregated};as=APIGroupDiscoveryList");
        }

        MediaTypes.Choose(accept, isCustom: false, isCollection: false);
        return new Answer.Document(found);
    }

    private static byte[] Text(JsonValue value) => System.Text.Encoding.UTF8.GetBytes(value.ToString());

    private static string? AggregatedVersion(string accept) => AcceptClause.Read(accept)
        .Where(clause => clause.MediaType == "application/json"
            && clause.Parameter("as") == "APIGroupDiscoveryList" && clause.Parameter("g") == "apidiscovery.k8s.io")
        .Select(clause => clause.Parameter("v"))
        .FirstOrDefault(version => version is "v2" or "v2beta1");

    private DocumentSet Of(KindTable kinds)
    {
        if (_latest is { } latest && latest.Kinds == kinds)
        {
            return latest;
        }

        DiscoveryDocuments discovery = new(kinds.Resources, address());
        return _latest = new DocumentSet(kinds, discovery, new OpenApiDocuments(discovery.Groups));
    }

    private sealed record DocumentSet(KindTable Kinds, DiscoveryDocuments Discovery, OpenApiDocuments OpenApi);
}
