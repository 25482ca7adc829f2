using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds a template's container: whole where its name is free, by member into the workload's of that name.</summary>
internal sealed class ContainerMerge(MergeRun run, MergeTarget spec, MemberMerge members)
{
    private static readonly Shape List = PodShapes.PodSpec.Fields[ContainerList.Containers];
    private static readonly Shape Ports = PodShapes.Container.Fields["ports"];
    private static readonly Shape Mounts = PodShapes.Container.Fields["volumeMounts"];

    /// <summary>Adds all containers of one of the template's lists.</summary>
    public void MergeAll(string list, JsonValue containers)
    {
        MergeTarget? target = null;
        JsonCursor items = new(containers);
        while (items.MoveNext())
        {
            target ??= spec.Child(list, JsonKind.Array);
            Merge(target, list, items.Value);
        }
    }

    private void Merge(MergeTarget target, string list, JsonValue container)
    {
        string path = ItemPath.Item(target.Path, container, List);
        if (NameTakenIn(list, container) is { } otherList)
        {
            run.Collide(path, $"{otherList} has that name");
            return;
        }

        int standing = IndexOf(target.Draft, container["name"u8]);
        if (standing < 0)
        {
            members.Append(target, path, WithFreePorts(list, container, path));
        }
        else if (run.Owners.OwnerOf(path) != null)
        {
            run.Share(path, StoredForm.Contains(target.Draft!.Items[standing].Freeze(), container, PodShapes.Container));
        }
        else
        {
            MergeInto(list, target.Item(standing, path), container);
        }
    }

    private void MergeInto(string list, MergeTarget target, JsonValue container)
    {
        string userImage = target.Draft!.Find("image")?.Source.AsString() ?? "";
        string? reason = null;
        bool isPlainInit = list == ContainerList.Init && !SidecarTurn.Restarts(spec.Draft!, target.Draft, container, out reason);
        JsonCursor parts = new(container);
        while (parts.MoveNext())
        {
            ShapeField part = PodShapes.Container.Find(parts.NameValue)!;
            (string name, Shape field) = (part.Name, part.Shape);
            if (name == "name" || StoredForm.IsAbsent(parts.Value, field))
            {
                continue;
            }

            if (reason != null && SidecarTurn.IsOnlyOfSidecars(name))
            {
                run.Collide(ItemPath.Member(target.Path, name), reason);
                continue;
            }

            switch (name)
            {
                case "ports":
                    MergePorts(list, target, container["name"u8].GetString(), isPlainInit, parts.Value);
                    break;
                case "volumeMounts":
                    MergeMounts(target.Child(name, JsonKind.Array), parts.Value);
                    break;
                case "imagePullPolicy":
                    string image = userImage.Length > 0 ? userImage : container["image"u8].AsString() ?? "";
                    members.MergeValue(target, name, parts.Value, WithDefaultFor(image, userImage));
                    break;
                default:
                    members.MergeMember(target, name, parts.Value, field);
                    break;
            }
        }

        if (userImage.Length == 0 && container["imagePullPolicy"u8].IsAbsent && container["image"u8].AsString() is { } brought)
        {
            BringPullPolicy(target, brought);
        }
    }

    /// <summary>The image's own default, which the API server, having seen no image, could not fill in.</summary>
    private void BringPullPolicy(MergeTarget target, string image)
    {
        if (ImagePullPolicy.DefaultFor(image) == ImagePullPolicy.Always)
        {
            members.MergeValue(target, "imagePullPolicy", JsonTree.Parse("\"Always\"").Root, WithDefaultFor("", ""));
        }
    }

    private static Shape WithDefaultFor(string image, string userImage)
    {
        string policy = ImagePullPolicy.DefaultFor(userImage.Length > 0 ? userImage : image);
        return Shape.Text.WithDefault(JsonText.Quote(policy));
    }

    private void MergePorts(string list, MergeTarget container, string name, bool isPlainInit, JsonValue ports)
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
                run.Share(path, StoredForm.Contains(standing, port, Ports.Item!));
            }
            else if (PortNameTaken(target.Draft, port))
            {
                run.Collide(path, $"its container has a port named {port["name"u8].AsString()}");
            }
            else if (new RunningPorts(spec.Draft!).HasTakenHostPort(port, target.Draft))
            {
                run.Collide(path, "its container has that hostPort");
            }
            else if (Collision(list, name, isPlainInit, port) is { } reason)
            {
                run.Collide(path, reason);
            }
            else
            {
                members.Append(target, path, port);
            }
        }
    }

    private void MergeMounts(MergeTarget target, JsonValue mounts)
    {
        JsonCursor items = new(mounts);
        while (items.MoveNext())
        {
            string path = ItemPath.Item(target.Path, items.Value, Mounts);
            JsonValue standing = MemberMerge.FindItem(target.Draft, items.Value, Mounts);
            if (standing.IsMissing)
            {
                members.Append(target, path, items.Value);
                continue;
            }

            bool isSame = StoredForm.Contains(standing, items.Value, Mounts.Item!);
            if (!run.Share(path, isSame) && !isSame)
            {
                run.Collide(path, "the mountPath is taken");
            }
        }
    }

    /// <summary>The container as it may be added: without the ports that others have taken.</summary>
    private JsonValue WithFreePorts(string list, JsonValue container, string path)
    {
        JsonValue ports = container["ports"u8];
        string name = container["name"u8].GetString();
        bool isPlainInit = list == ContainerList.Init && !container["restartPolicy"u8].TextEquals("Always"u8);
        JsonDraft? reduced = null;
        int index = 0;
        JsonCursor items = new(ports);
        while (items.MoveNext())
        {
            JsonValue port = items.Value;
            if (Collision(list, name, isPlainInit, port) is { } reason)
            {
                run.Collide(ItemPath.Item(ItemPath.Member(path, "ports"), port, Ports), reason);
                reduced ??= new JsonDraft(container);
                reduced.Find("ports")!.RemoveItem(index);
            }
            else
            {
                index++;
            }
        }

        if (reduced is { } && index == 0)
        {
            reduced.Remove("ports");
        }

        return reduced?.Freeze() ?? container;
    }

    private string? Collision(string list, string container, bool isPlainInit, JsonValue port) =>
        spec.Draft == null ? null : new RunningPorts(spec.Draft).Collision(port, list, container, isPlainInit);

    private static bool PortNameTaken(JsonDraft? ports, JsonValue port)
    {
        string? name = port["name"u8].AsString();
        return !string.IsNullOrEmpty(name)
            && ports?.Items.Any(other => other.Find("name")?.Source.AsString() == name) == true;
    }

    private string? NameTakenIn(string list, JsonValue container)
    {
        foreach (string other in ContainerList.All)
        {
            if (other != list && spec.Draft != null && HasName(spec.Draft, other, container["name"u8]))
            {
                return other;
            }
        }

        return null;
    }

    private static bool HasName(JsonDraft podSpec, string list, JsonValue name)
    {
        JsonValue asSent = podSpec.FindSource(list);
        if (asSent.IsMissing)
        {
            return podSpec.Find(list) is { Kind: JsonKind.Array } changed && IndexOf(changed, name) >= 0;
        }

        JsonCursor containers = new(asSent);
        while (containers.MoveNext())
        {
            if (JsonEquality.AreEqual(containers.Value["name"u8], name))
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(JsonDraft? containers, JsonValue name)
    {
        for (int i = 0; i < (containers?.Count ?? 0); i++)
        {
            JsonValue standing = containers!.PeekItem(i);
            JsonValue other = standing.IsMissing ? containers.Items[i].FindSource("name") : standing["name"u8];
            if (JsonEquality.AreEqual(other, name))
            {
                return i;
            }
        }

        return -1;
    }
}
