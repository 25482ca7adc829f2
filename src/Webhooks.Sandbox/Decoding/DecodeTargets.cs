using Webhooks.Resources.Api;
using Webhooks.Sandbox.Kinds;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Decoding;

/// <summary>The kinds that requests bring, by what they are asked of.</summary>
internal static class DecodeTargets
{
    /// <summary>The objects of a resource.</summary>
    public static DecodeTarget Of(ApiResource resource) => new(resource.Gvk, resource.IsCustom ? null : resource.Schema, resource.IsCustom);

    /// <summary>A built-in kind, such as that of a subresource: <c>autoscaling/v1 Scale</c>.</summary>
    /// <exception cref="ArgumentException">No schema of that kind is kept.</exception>
    public static DecodeTarget Of(GroupVersionKind kind) => new(
        kind, BuiltInData.FindSchema(kind) ?? throw new ArgumentException($"no schema of {kind} is kept", nameof(kind)), IsCustom: false);
}
