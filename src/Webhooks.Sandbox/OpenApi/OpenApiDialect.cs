namespace Webhooks.Sandbox.OpenApi;

/// <summary>The two forms of OpenAPI that a server publishes.</summary>
internal enum OpenApiDialect
{
    /// <summary>OpenAPI 3.0, a document for each group and version.</summary>
    V3,

    /// <summary>Swagger 2.0, one document of everything.</summary>
    V2,
}
