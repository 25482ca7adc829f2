using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Subresources;

/// <summary>Where a kind's objects have the numbers of their scale.</summary>
/// <param name="Spec">How many are asked for.</param>
/// <param name="Status">How many there are.</param>
/// <param name="Selector">How to find them; <c>null</c> for nothing said.</param>
internal sealed record ScaleFields(ScalePath Spec, ScalePath Status, ScalePath? Selector)
{
    private static readonly ScaleFields BuiltIn = new(new ScalePath("spec", "replicas"), new ScalePath("status", "replicas"), null);

    /// <summary>The places of a resource.</summary>
    public static ScaleFields Of(ApiResource resource)
    {
        if (!resource.IsCustom)
        {
            return BuiltIn;
        }

        JsonValue scale = resource.DefinitionVersion["subresources"u8]["scale"u8];
        return new ScaleFields(
            ScalePath.Parse(scale["specReplicasPath"u8].AsString() ?? ""),
            ScalePath.Parse(scale["statusReplicasPath"u8].AsString() ?? ""),
            scale["labelSelectorPath"u8].AsString() is { Length: > 0 } selector ? ScalePath.Parse(selector) : null);
    }
}
