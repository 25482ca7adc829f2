namespace Webhooks.Resources.Names;

/// <summary>Names of resources that others than Kubernetes bring, devices of nodes above all: <c>nvidia.com/gpu</c>.</summary>
/// <remarks>Source: <c>pkg/apis/core/helper/helpers.go</c>.</remarks>
public static class ExtendedResourceName
{
    private const string Requests = "requests.";

    /// <summary>Whether a name is one: of a domain that is not Kubernetes' own, and such that a quota can name it. Its amounts are whole numbers.</summary>
    public static bool Is(string value) =>
        !IsNative(value) && !value.StartsWith(Requests, StringComparison.Ordinal) && QualifiedName.Problems(Requests + value).Count == 0;

    /// <summary>Whether a name is one of Kubernetes' own: without a domain, or of one of its domains.</summary>
    public static bool IsNative(string value) =>
        !value.Contains('/', StringComparison.Ordinal) || value.Contains("kubernetes.io/", StringComparison.Ordinal);
}
