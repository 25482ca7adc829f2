using Webhooks.Resources.Api;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Decoding;

/// <summary>The kind that a request's path asks for in its body.</summary>
/// <param name="Kind">Group, version and kind.</param>
/// <param name="Schema">The published schema; <c>null</c> for a custom resource, and where none is kept.</param>
/// <param name="IsCustom">Whether it is one: those name their kind themselves.</param>
public sealed record DecodeTarget(GroupVersionKind Kind, Schema? Schema, bool IsCustom)
{
    /// <summary>CustomResourceDefinitions.</summary>
    public static DecodeTarget Definition { get; } =
        new(new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition"), DefinitionSchemas.Definition, IsCustom: false);

    /// <summary>Whether lists and maps that are empty stay in the object, though they are not written. Default: no.</summary>
    public bool KeepsEmpty { get; init; }

    /// <summary>What <c>apiVersion</c> of its objects says.</summary>
    public string ApiVersion => Kind.GroupVersion.ToString();
}
