namespace Webhooks.Resources.OpenApi;

/// <summary>Whose schemas are read: which members there are, and what may be referred to.</summary>
internal enum SchemaDialect
{
    /// <summary>OpenAPI v3 as an API server publishes it: named schemas that refer to one another.</summary>
    Published,

    /// <summary><c>JSONSchemaProps</c> of apiextensions.k8s.io/v1: one schema without references.</summary>
    CustomResource,
}
