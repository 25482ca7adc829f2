using static Webhooks.Admission.Pods.Shape;

namespace Webhooks.Admission.Pods;

/// <summary>The part of the table that environment variables and volumes share: references to the pod's own fields.</summary>
internal static class DownwardShapes
{
    public static readonly Shape ObjectField = Object(("apiVersion", Text.WithDefault("\"v1\"")), ("fieldPath", Text));

    public static readonly Shape ResourceField = Object(
        ("containerName", Text), ("resource", Text), ("divisor", Quantity.WithDefault("\"0\"")));
}
