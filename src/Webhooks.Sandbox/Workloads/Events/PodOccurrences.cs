using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Workloads.Events;

/// <summary>What a scheduler and a kubelet tell of pods, in their words. Pure.</summary>
internal static class PodOccurrences
{
    private const string Scheduler = "default-scheduler";

    /// <summary>A pod has been bound.</summary>
    public static Occurrence OfBinding(ApiResource resource, JsonValue pod, string node) => new(
        Scheduler,
        resource,
        pod,
        "Scheduled",
        $"Successfully assigned {pod["metadata"u8]["namespace"u8].AsString()}/{pod["metadata"u8]["name"u8].AsString()} to {node}");

    /// <summary>No node takes a pod.</summary>
    public static Occurrence OfRefusal(ApiResource resource, JsonValue pod, string refusal) =>
        new(Scheduler, resource, pod, "FailedScheduling", refusal) { IsWarning = true };

    /// <summary>The containers of a pod have been started, one after the other.</summary>
    public static IEnumerable<Occurrence> OfStart(ApiResource resource, JsonValue pod, string node)
    {
        foreach (string list in new[] { "initContainers", "containers" })
        {
            foreach (JsonValue container in pod["spec"u8][list].Items())
            {
                string image = GoString.Quote(container["image"u8].AsString() ?? "");
                yield return Of("Pulled", $"Container image {image} already present on machine and can be accessed by the pod");
                yield return Of("Created", "Container created");
                yield return Of("Started", "Container started");

                Occurrence Of(string reason, string message) => OfContainer(resource, pod, node, list, container, reason, message);
            }
        }
    }

    /// <summary>The containers of a pod are stopped.</summary>
    public static IEnumerable<Occurrence> OfEnd(ApiResource resource, JsonValue pod, string node) => pod["spec"u8]["containers"u8].Items()
        .Select(container => OfContainer(
            resource, pod, node, "containers", container, "Killing", $"Stopping container {container["name"u8].AsString()}"));

    private static Occurrence OfContainer(
        ApiResource resource, JsonValue pod, string node, string list, JsonValue container, string reason, string message) =>
        new("kubelet", resource, pod, reason, message) { Host = node, FieldPath = $"spec.{list}{{{container["name"u8].AsString()}}}" };
}
