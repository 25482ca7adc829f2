using System.Collections.Immutable;
using Webhooks.Resources.Embedded;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The query parameters of operations, by the types of <c>meta.k8s.io/v1</c> that they fill.</summary>
internal static class OptionParameters
{
    private static readonly Lazy<JsonTree> Data = new(() => EmbeddedJson.Read(typeof(OptionParameters).Assembly, "parameters.json"));

    /// <summary>Of reading one custom resource.</summary>
    public static ImmutableArray<OpenApiParameter> Get { get; } = Of("GetOptions");

    /// <summary>Of lists.</summary>
    public static ImmutableArray<OpenApiParameter> List { get; } = Of("ListOptions");

    /// <summary>Of creations.</summary>
    public static ImmutableArray<OpenApiParameter> Create { get; } = Of("CreateOptions");

    /// <summary>Of replacements.</summary>
    public static ImmutableArray<OpenApiParameter> Update { get; } = Of("UpdateOptions");

    /// <summary>Of patches.</summary>
    public static ImmutableArray<OpenApiParameter> Patch { get; } = Of("PatchOptions");

    /// <summary>Of deletions.</summary>
    public static ImmutableArray<OpenApiParameter> Delete { get; } = Of("DeleteOptions");

    private static ImmutableArray<OpenApiParameter> Of(string options) =>
    [
        .. Data.Value.Root[options].Items().Select(item => new OpenApiParameter(
            item["name"u8].GetString(), item["in"u8].GetString(), item["type"u8].GetString(), item["description"u8].GetString())),
    ];
}
