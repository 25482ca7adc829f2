using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Subresources;

/// <summary>Where a kind's objects have the numbers of their scale.</summary>
/// <param name="Spec">How many are asked for.</param>
/// <param name="Status">How many there are.</param>
/// <param name="Selector">How to find them; <c>null</c> for nothing said.</param>
internal sealed record ScaleFields(MemberPath Spec, MemberPath Status, MemberPath? Selector)
{
    private static readonly ScaleFields BuiltIn = new(new MemberPath("spec", "replicas"), new MemberPath("status", "replicas"), null);

    /// <summary>The places of a resource.</summary>
    public static ScaleFields Of(ApiResource resource)
    {
        if (!resource.IsCustom)
        {
            return BuiltIn;
        }

        JsonValue scale = resource.DefinitionVersion["subresources"u8]["scale"u8];
        return new ScaleFields(
            MemberPath.Parse(scale["specReplicasPath"u8].AsString() ?? ""),
            MemberPath.Parse(scale["statusReplicasPath"u8].AsString() ?? ""),
            scale["labelSelectorPath"u8].AsString() is { Length: > 0 } selector ? MemberPath.Parse(selector) : null);
    }
}
