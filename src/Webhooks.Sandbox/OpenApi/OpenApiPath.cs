using System.Collections.Immutable;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>A path with its operations.</summary>
/// <param name="Path">The path, with <c>{namespace}</c> and <c>{name}</c>.</param>
/// <param name="Operations">At least one, one per method.</param>
internal sealed record OpenApiPath(string Path, ImmutableArray<OpenApiOperation> Operations)
{
    /// <summary>The parameters that all operations have, which the path lists in their stead.</summary>
    public ImmutableArray<OpenApiParameter> Parameters =>
    [
        .. Operations[0].Parameters.Where(parameter => Operations.All(operation => operation.Parameters.Contains(parameter))),
    ];
}
