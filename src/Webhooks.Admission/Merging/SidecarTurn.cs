using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Tells whether an init container of the workload's restarts once a template is merged into it. It does by its own
/// policy, else by the template's; but a plain one is not turned into a native sidecar whose own ports are taken by
/// those that it would then run beside.
/// </summary>
internal static class SidecarTurn
{
    /// <summary>What the API server allows in <c>initContainers</c> with <c>restartPolicy: Always</c> only.</summary>
    public static bool IsOnlyOfSidecars(string field) =>
        field is "restartPolicy" or "livenessProbe" or "readinessProbe" or "startupProbe" or "lifecycle";

    /// <summary>Whether it restarts; if not although the template says so, why.</summary>
    /// <param name="podSpec">The PodSpec.</param>
    /// <param name="index">The container's place among the init containers.</param>
    /// <param name="standing">The container that stands in it.</param>
    /// <param name="template">The template's container of that name.</param>
    /// <param name="reason">Why it must stay as it is; <c>null</c>: nobody wants it otherwise.</param>
    public static bool Restarts(JsonDraft podSpec, int index, JsonDraft standing, JsonValue template, out string? reason)
    {
        reason = null;
        JsonValue own = standing.FindSource("restartPolicy");
        bool isWanted = template["restartPolicy"u8].TextEquals("Always"u8);
        if (!own.IsAbsent || !isWanted)
        {
            bool restarts = own.TextEquals("Always"u8);
            reason = isWanted && !restarts ? "only with restartPolicy Always" : null;
            return restarts;
        }

        RunningPorts running = new(podSpec);
        IReadOnlyList<JsonDraft> ports = standing.Find("ports") is { Kind: JsonKind.Array } list ? list.Items : [];
        reason = ports
            .Select(port => running.Collision(port.Freeze(), ContainerList.Init, index, template["name"u8].GetString(), isPlainInit: false))
            .FirstOrDefault(collision => collision != null);
        return reason == null;
    }
}
