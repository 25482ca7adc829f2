using Webhooks.Admission.Merging;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>The fields that the API server refuses in pods which say that they are for another operating system.</summary>
internal static class OsFields
{
    /// <summary>The other system's options, of pods and of containers.</summary>
    public const string OfWindows = "windowsOptions";

    /// <summary>Of a PodSpec: refused for Windows.</summary>
    public static readonly string[] OfLinux = ["shareProcessNamespace"];

    /// <summary>Of a pod's security context: refused for Windows.</summary>
    public static readonly string[] OfLinuxPods =
    [
        "appArmorProfile", "fsGroup", "fsGroupChangePolicy", "runAsGroup", "runAsUser", "seLinuxChangePolicy", "seLinuxOptions",
        "seccompProfile", "supplementalGroups", "supplementalGroupsPolicy", "sysctls",
    ];

    /// <summary>Of a container's security context: refused for Windows.</summary>
    public static readonly string[] OfLinuxContainers =
    [
        "allowPrivilegeEscalation", "appArmorProfile", "capabilities", "privileged", "procMount", "readOnlyRootFilesystem", "runAsGroup",
        "runAsUser", "seLinuxOptions", "seccompProfile",
    ];

    private static readonly string[] WindowsOptions = [OfWindows];

    /// <summary>The path of one that pods for a system can't have; <c>null</c>: there is none.</summary>
    /// <param name="content">What a template brings.</param>
    /// <param name="os">What the pod says: <c>linux</c>, <c>windows</c>, or nothing that is known.</param>
    public static string? Foreign(JsonValue content, string? os) => os switch
    {
        "windows" => First(content, OfLinux, "") ?? Foreign(content, OfLinuxPods, OfLinuxContainers),
        "linux" => Foreign(content, WindowsOptions, WindowsOptions),
        _ => null,
    };

    private static string? Foreign(JsonValue content, string[] ofPods, string[] ofContainers) =>
        First(content["securityContext"u8], ofPods, "securityContext.")
        ?? ContainerList.All.Select(list => OfContainers(content[list], ofContainers, list)).FirstOrDefault(path => path != null);

    private static string? OfContainers(JsonValue containers, string[] names, string list)
    {
        JsonCursor items = new(containers.Kind == JsonKind.Array ? containers : default);
        while (items.MoveNext())
        {
            if (First(items.Value["securityContext"u8], names, "") is { } name)
            {
                return $"{list}[{items.Value["name"u8].AsString()}].securityContext.{name}";
            }
        }

        return null;
    }

    private static string? First(JsonValue holder, string[] names, string path)
    {
        string? name = Array.Find(names, name => !holder[name].IsAbsent);
        return name == null ? null : path + name;
    }
}
