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

    /// <summary>Looks at a custom resource, where its definition says that replicas are.</summary>
    /// <param name="value">The object.</param>
    /// <param name="version">The entry of <c>spec.versions</c> that defines it.</param>
    /// <param name="isStatus">Whether only the status is written.</param>
    /// <param name="causes">What is wrong comes here.</param>
    public static void OfCustom(JsonValue value, JsonValue version, bool isStatus, List<StatusCause> causes)
    {
        JsonValue scale = version["subresources"u8]["scale"u8];
        if (!isStatus)
        {
            Replicas(value, scale["specReplicasPath"u8].AsString(), causes);
        }

        Replicas(value, scale["statusReplicasPath"u8].AsString(), causes);
    }

    private static void Replicas(JsonValue value, string? path, List<StatusCause> causes)
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        foreach (string step in path.TrimStart('.').Split('.'))
        {
            value = value[step];
        }

        if (value.TryGetInt64(out long replicas) && (replicas is < 0 or > int.MaxValue))
        {
            causes.Add(FieldError.Invalid(
                path, replicas, replicas < 0 ? "should be a non-negative integer" : $"should be less than or equal to {int.MaxValue}"));
        }
    }
}
