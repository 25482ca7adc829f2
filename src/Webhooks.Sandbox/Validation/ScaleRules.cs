using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of scale subresources: no replicas below zero.</summary>
internal static class ScaleRules
{
    /// <summary>Looks at an <c>autoscaling/v1 Scale</c> that was written for a built-in resource.</summary>
    public static IReadOnlyList<StatusCause> OfScale(JsonValue scale)
    {
        List<StatusCause> causes = [];
        FieldRules.NonNegative(scale["spec"u8]["replicas"u8], "spec.replicas", causes);
        return causes;
    }
}
