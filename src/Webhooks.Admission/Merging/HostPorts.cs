using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// On the node's network every port is a port of the host: the API server fills <c>hostPort</c> in, of Pods before
/// admission, so that ports with it and without are the same.
/// </summary>
internal static class HostPorts
{
    private const string Ports = "ports";
    private const string HostPort = "hostPort";
    private static readonly Shape Port = PodShapes.ContainerPort;

    /// <summary>True for a pod on the node's network.</summary>
    public static bool AreAll(JsonDraft podSpec) => podSpec.FindSource("hostNetwork").Kind == JsonKind.True;

    /// <summary>True when a port says all that another does.</summary>
    public static bool Contains(JsonDraft podSpec, JsonValue whole, JsonValue part) => AreAll(podSpec)
        ? StoredForm.Contains(OfPort(whole), OfPort(part), Port)
        : StoredForm.Contains(whole, part, Port);

    /// <summary>True when a container says all that another does.</summary>
    public static bool ContainsContainer(JsonDraft podSpec, JsonValue whole, JsonValue part) => AreAll(podSpec)
        ? StoredForm.Contains(OfContainer(whole), OfContainer(part), PodShapes.Container)
        : StoredForm.Contains(whole, part, PodShapes.Container);

    private static JsonValue OfContainer(JsonValue container)
    {
        JsonDraft filled = new(container);
        if (filled.Find(Ports) is { Kind: JsonKind.Array } ports)
        {
            for (int i = 0; i < ports.Count; i++)
            {
                ports.SetItem(i, new JsonDraft(OfPort(ports.Items[i].Freeze())));
            }
        }

        return filled.Freeze();
    }

    private static JsonValue OfPort(JsonValue port)
    {
        if (port.Kind != JsonKind.Object || !StoredForm.IsAbsent(port[HostPort], Port.Fields[HostPort]) || port["containerPort"u8].IsMissing)
        {
            return port;
        }

        JsonDraft filled = new(port);
        filled.Set(HostPort, new JsonDraft(port["containerPort"u8]));
        return filled.Freeze();
    }
}
