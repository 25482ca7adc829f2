using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Kinds of names of resources, as pkg/apis/core/helper tells them apart.</summary>
internal static class ResourceName
{
    private const string HugePages = "hugepages-";

    /// <summary>Of Kubernetes itself: without a domain, or of a domain of kubernetes.io.</summary>
    public static bool IsNative(string name) => ExtendedResourceName.IsNative(name);

    public static bool IsHugePages(string name) => name.StartsWith(HugePages, StringComparison.Ordinal);

    /// <summary>The size of a page; a quantity where the name is a good one.</summary>
    public static ReadOnlySpan<char> PageSize(string name) => name.AsSpan(HugePages.Length);

    /// <summary>Those of Kubernetes that a container may have.</summary>
    public static bool IsStandard(string name) => name is "cpu" or "memory" or "ephemeral-storage" || IsHugePages(name);

    /// <summary>What devices of nodes bring: whole numbers, the request equal to the limit.</summary>
    public static bool IsExtended(string name) => ExtendedResourceName.Is(name);

    public static bool AllowsOvercommit(string name) => IsNative(name) && !IsHugePages(name);
}
