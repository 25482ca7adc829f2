using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Admission;

/// <summary>The names of resources, and how quotas name them. Source: <c>pkg/apis/core/v1/helper/helpers.go</c>.</summary>
internal static class ResourceNames
{
    /// <summary>What the names of huge pages begin with.</summary>
    public const string HugePages = "hugepages-";

    /// <summary>What stands before the name of what is requested, in quotas.</summary>
    public const string Requests = "requests.";

    /// <summary>Whether a name is one of Kubernetes' own: without a domain, or of one of its domains.</summary>
    public static bool IsNative(string name) => ExtendedResourceName.IsNative(name);

    /// <summary>Whether a container's resource is somebody else's, and a quota can name it.</summary>
    public static bool IsExtended(string name) => ExtendedResourceName.Is(name);
}
