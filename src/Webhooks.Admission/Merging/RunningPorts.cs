using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Finds the ports that a new port would collide with: those of containers that run side by side with its own.</summary>
/// <remarks>Plain init containers run alone, but for native sidecars (init containers that restart) listed before them.</remarks>
internal sealed class RunningPorts(JsonDraft podSpec)
{
    private static readonly Shape Ports = PodShapes.Container.Fields["ports"];
    private static readonly ShapeField ProtocolField = PodShapes.ContainerPort.Find("protocol")!;
    private readonly bool _isHostNetwork = podSpec.Find("hostNetwork")?.Kind == JsonKind.True;

    /// <summary>The reason why a port can't be added; <c>null</c> when it can.</summary>
    /// <param name="port">The port.</param>
    /// <param name="list">The list of its container.</param>
    /// <param name="index">The place of its container in the list: where it stands or will be inserted.</param>
    /// <param name="container">The name of its container.</param>
    /// <param name="isPlainInit">Whether its container is a plain init container.</param>
    public string? Collision(JsonValue port, string list, int index, string container, bool isPlainInit)
    {
        if (_isHostNetwork && HostPort(port) != ContainerPort(port))
        {
            return "on the node's network its hostPort must be its containerPort";
        }

        foreach ((string otherList, int otherIndex, JsonDraft other) in Containers())
        {
            string? name = other.Find("name")?.Source.AsString();
            bool isOwn = otherList == list && name == container;
            bool isBehind = otherList == ContainerList.Init && otherIndex >= index;
            if (isOwn || !RunBeside(list, isPlainInit, otherList, IsPlainInit(otherList, other), isBehind))
            {
                continue;
            }

            IReadOnlyList<JsonDraft> ports = other.Find("ports") is { Kind: JsonKind.Array } standing ? standing.Items : [];
            foreach (JsonDraft item in ports)
            {
                JsonValue taken = item.Freeze();
                if (StoredForm.HaveSameKeys(port, taken, Ports))
                {
                    return $"container {name} listens on it";
                }

                if (HaveSameHostPort(port, taken))
                {
                    return $"container {name} has its hostPort";
                }
            }
        }

        return null;
    }

    /// <summary>True when a port of its own container has its hostPort.</summary>
    /// <param name="port">The port.</param>
    /// <param name="own">The ports of its container; <c>null</c>: none.</param>
    public bool HasTakenHostPort(JsonValue port, JsonDraft? own) =>
        own?.Items.Any(other => HaveSameHostPort(port, other.Freeze())) == true;

    private static bool RunBeside(string list, bool isPlainInit, string otherList, bool isOtherPlainInit, bool isOtherBehind)
    {
        bool areBothInit = list == ContainerList.Init && otherList == ContainerList.Init;
        return isPlainInit ? areBothInit && !isOtherPlainInit && !isOtherBehind
            : !isOtherPlainInit || (areBothInit && isOtherBehind);
    }

    private static bool IsPlainInit(string list, JsonDraft container) =>
        list == ContainerList.Init && container.Find("restartPolicy")?.Source.TextEquals("Always"u8) != true;

    private IEnumerable<(string List, int Index, JsonDraft Container)> Containers()
    {
        foreach (string list in (string[])[ContainerList.Containers, ContainerList.Init])
        {
            IReadOnlyList<JsonDraft> containers = podSpec.Find(list) is { Kind: JsonKind.Array } standing ? standing.Items : [];
            for (int i = 0; i < containers.Count; i++)
            {
                yield return (list, i, containers[i]);
            }
        }
    }

    private bool HaveSameHostPort(JsonValue left, JsonValue right)
    {
        long ours = HostPort(left);
        if (ours == 0 || ours != HostPort(right) || !JsonEquality.AreEqual(Protocol(left), Protocol(right)))
        {
            return false;
        }

        string ourAddress = left["hostIP"u8].AsString() ?? "";
        string theirAddress = right["hostIP"u8].AsString() ?? "";
        return ourAddress == theirAddress || IsAny(ourAddress) || IsAny(theirAddress);
    }

    private static JsonValue Protocol(JsonValue port) => StoredForm.Member(port, ProtocolField);

    private static bool IsAny(string address) => address is "" or "0.0.0.0" or "::";

    /// <summary>On the node's network every port is a host port: the API server fills it in for pods.</summary>
    private long HostPort(JsonValue port)
    {
        if (port["hostPort"u8].TryGetInt64(out long number) && number != 0)
        {
            return number;
        }

        return _isHostNetwork ? ContainerPort(port) : 0;
    }

    private static long ContainerPort(JsonValue port) => port["containerPort"u8].TryGetInt64(out long number) ? number : 0;
}
