using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Validation;

/// <summary>Warnings about Ingresses: the annotation that once named their class.</summary>
internal static class IngressWarnings
{
    private static readonly string[] OldClass = ["annotation \"kubernetes.io/ingress.class\" is deprecated, please use 'spec.ingressClassName' instead"];

    /// <summary>What clients are warned of, though it is stored.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="value">The object.</param>
    /// <param name="old">What it was; missing for a new one.</param>
    public static IReadOnlyList<string> Of(ApiResource resource, JsonValue value, JsonValue old) =>
        resource is { Group: "networking.k8s.io", Kind: "Ingress" } && old.IsMissing && !value["metadata"u8]["annotations"u8]["kubernetes.io/ingress.class"].IsAbsent
            ? OldClass
            : [];
}
