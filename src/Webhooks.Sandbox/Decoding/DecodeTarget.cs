using Webhooks.Resources.Api;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Decoding;

/// <summary>The kind that a request's path asks for in its body.</summary>
/// <param name="Kind">Group, version and kind.</param>
/// <param name="Schema">The published schema; <c>null</c> for a custom resource, and where none is kept.</param>
/// <param name="IsCustom">Whether it is one: those name their kind themselves.</param>
internal sealed record DecodeTarget(GroupVersionKind Kind, Schema? Schema, bool IsCustom)
{
    /// <summary>What <c>apiVersion</c> of its objects says.</summary>
    public string ApiVersion => new GroupVersion(Kind.Group, Kind.Version).ToString();

    /// <summary>The objects of a resource.</summary>
    public static DecodeTarget Of(ApiResource resource) => new(resource.Gvk, resource.IsCustom ? null : resource.Schema, resource.IsCustom);

    /// <summary>A built-in kind, such as that of a subresource: <c>autoscaling/v1 Scale</c>.</summary>
    /// <exception cref="ArgumentException">No schema of that kind is kept.</exception>
    public static DecodeTarget Of(GroupVersionKind kind) => new(
        kind, BuiltInData.FindSchema(kind) ?? throw new ArgumentException($"no schema of {kind} is kept", nameof(kind)),
        IsCustom: false);
}
