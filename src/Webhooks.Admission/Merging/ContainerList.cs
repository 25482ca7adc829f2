using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>The lists of a PodSpec that hold containers; their names are unique over all of them.</summary>
internal static class ContainerList
{
    public const string Containers = "containers";
    public const string Init = "initContainers";
    public const string Ephemeral = "ephemeralContainers";

    public static readonly string[] All = [Init, Containers, Ephemeral];

    /// <summary>True for a template's container named <c>*</c>: what it says goes into each container of the workload's.</summary>
    public static bool IsEvery(JsonValue container) => container["name"u8].TextEquals("*"u8);
}
