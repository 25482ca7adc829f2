using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds ports that no container beside has taken.</summary>
internal sealed class PortMerge(MergeRun run, MergeTarget spec, MemberMerge members)
{
    private static readonly Shape Ports = PodShapes.Container.Fields["ports"];

    /// <summary>Adds a template's ports to a container of the workload's.</summary>
    /// <param name="list">The container's list.</param>
    /// <param name="index">Its place in it.</param>
    /// <param name="container">The container.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isPlainInit">Whether it is a plain init container.</param>
    /// <param name="ports">The template's ports.</param>
    public void Merge(string list, int index, MergeTarget container, string name, bool isPlainInit, JsonValue ports)
    {
        MergeTarget target = container.Child("ports", JsonKind.Array);
        JsonCursor items = new(ports);
        while (items.MoveNext())
        {
            JsonValue port = items.Value;
            string path = ItemPath.Item(target.Path, port, Ports);
            JsonValue standing = MemberMerge.FindItem(target.Draft, port, Ports);
            if (!standing.IsMissing)
            {
                run.Share(path, HostPorts.Contains(spec.Draft!, standing, port));
            }
            else if (IsNameTaken(target.Draft, port))
            {
                run.Collide(path, $"its container has a port named {port["name"u8].AsString()}");
            }
            else if (new RunningPorts(spec.Draft!).HasTakenHostPort(port, target.Draft))
            {
                run.Collide(path, "its container has that hostPort");
            }
            else if (Collision(list, index, name, isPlainInit, port) is { } reason)
            {
                run.Collide(path, reason);
            }
            else
            {
                members.Append(target, path, port);
            }
        }
    }

    /// <summary>A template's container as it may be added: without the ports that others have taken.</summary>
    /// <param name="list">The list that it goes to.</param>
    /// <param name="index">Its place in it.</param>
    /// <param name="container">The container.</param>
    /// <param name="path">Its path.</param>
    public JsonValue WithFreePorts(string list, int index, JsonValue container, string path)
    {
        JsonValue ports = container["ports"u8];
        if (StoredForm.IsAbsent(ports, Ports))
        {
            return container;
        }

        string name = container["name"u8].GetString();
        bool isPlainInit = list == ContainerList.Init && !container["restartPolicy"u8].TextEquals("Always"u8);
        JsonDraft? reduced = null;
        int kept = 0;
        JsonCursor items = new(ports);
        while (items.MoveNext())
        {
            if (Collision(list, index, name, isPlainInit, items.Value) is { } reason)
            {
                string port = ItemPath.Item(ItemPath.Member(path, "ports"), items.Value, Ports);
                run.Collide(port, reason);
                run.Entry.LeaveOut(port);
                reduced ??= new JsonDraft(container);
                reduced.Find("ports")!.RemoveItem(kept);
            }
            else
            {
                kept++;
            }
        }

        if (reduced != null && kept == 0)
        {
            reduced.Remove("ports");
        }

        return reduced?.Freeze() ?? container;
    }

    private string? Collision(string list, int index, string container, bool isPlainInit, JsonValue port) =>
        spec.Draft == null ? null : new RunningPorts(spec.Draft).Collision(port, list, index, container, isPlainInit);

    private static bool IsNameTaken(JsonDraft? ports, JsonValue port)
    {
        string? name = port["name"u8].AsString();
        return !string.IsNullOrEmpty(name)
            && ports?.Items.Any(other => other.Find("name")?.Source.AsString() == name) == true;
    }
}
