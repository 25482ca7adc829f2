using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>One thing that is wrong with a schema. What else the schema says was read.</summary>
/// <param name="Kind">What an API server makes of it.</param>
/// <param name="Cause">What is wrong, with the path: <c>spec.versions[0].schema.openAPIV3Schema.properties[spec].$ref</c>.</param>
/// <param name="Place">The value that is wrong, or the name of the member; its document tells line and column, its offset the byte.</param>
public sealed record SchemaProblem(SchemaProblemKind Kind, StatusCause Cause, JsonValue Place)
{
    /// <summary>The problem in one line: <c>path: Forbidden: $ref is not supported</c>.</summary>
    public override string ToString() => Cause.ToString();
}
