using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds a template's container: whole where its name is free, by member into the workload's of that name.</summary>
internal sealed class ContainerMerge(MergeRun run, MergeTarget spec, MemberMerge members)
{
    private static readonly Shape List = PodShapes.PodSpec.Fields[ContainerList.Containers];
    private static readonly Shape Mounts = PodShapes.Container.Fields["volumeMounts"];
    private readonly PortMerge _ports = new(run, spec, members);
    private readonly PullPolicyMerge _pullPolicy = new(run, members);

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
            members.Append(target, path, _ports.WithFreePorts(list, container, path));
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
            if (name is "name" or "imagePullPolicy" || StoredForm.IsAbsent(parts.Value, field))
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
                    _ports.Merge(list, target, container["name"u8].GetString(), isPlainInit, parts.Value);
                    break;
                case "volumeMounts":
                    MergeMounts(target.Child(name, JsonKind.Array), parts.Value);
                    break;
                default:
                    members.MergeMember(target, name, parts.Value, field);
                    break;
            }
        }

        _pullPolicy.Merge(target, userImage, container);
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
