using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds a template's container: whole where its name is free, by member into the workload's of that name.</summary>
internal sealed class ContainerMerge(MergeRun run, MergeTarget spec, MemberMerge members, MergedTemplates templates)
{
    private static readonly Shape List = PodShapes.PodSpec.Fields[ContainerList.Containers];
    private PortMerge? _ports;
    private InitPlaces? _places;

    private PortMerge Ports => _ports ??= new PortMerge(run, spec, members);

    /// <summary>Adds a template's init containers and its containers, natively as further init containers.</summary>
    public void Merge(InjectionTemplate template, bool isNative)
    {
        bool isFirst = template.Injection.Position == InitPosition.First;
        MergeAll(ContainerList.Init, ContainerList.Init, isFirst, template.Content["initContainers"u8]);
        if (isNative)
        {
            MergeAll(ContainerList.Init, ContainerList.Containers, isFirst, template.NativeContainers);
        }
        else
        {
            MergeAll(ContainerList.Containers, ContainerList.Containers, isFirst: false, template.Content["containers"u8]);
        }
    }

    private void MergeAll(string list, string listOfEvery, bool isFirst, JsonValue containers)
    {
        MergeTarget? target = null;
        JsonCursor items = new(containers);
        while (items.MoveNext())
        {
            if (ContainerList.IsEvery(items.Value))
            {
                new EveryContainer(run, spec, members, templates).Merge(listOfEvery, items.Value);
                continue;
            }

            target ??= spec.Child(list, JsonKind.Array);
            Merge(target, list, isFirst, items.Value);
        }
    }

    private void Merge(MergeTarget target, string list, bool isFirst, JsonValue container)
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
            Add(target, list, isFirst, container, path);
        }
        else if (run.Owners.OwnerOf(path) != null)
        {
            run.Share(path, HostPorts.ContainsContainer(spec.Draft!, target.Draft!.Items[standing].Freeze(), container));
        }
        else
        {
            MergeInto(list, standing, target.Item(standing, path), container);
        }
    }

    private void Add(MergeTarget target, string list, bool isFirst, JsonValue container, string path)
    {
        int index = target.Draft?.Count ?? 0;
        if (isFirst)
        {
            _places ??= new InitPlaces(run.Owners, target.Draft);
            index = _places.Take();
        }

        bool hasPorts = !container["ports"u8].IsAbsent;
        members.Insert(target, index, path, hasPorts ? Ports.WithFreePorts(list, index, container, path) : container);
    }

    private void MergeInto(string list, int index, MergeTarget target, JsonValue container)
    {
        string userImage = target.Draft!.Find("image")?.Source.AsString() ?? "";
        string? reason = null;
        bool isPlainInit = list == ContainerList.Init && !SidecarTurn.Restarts(spec.Draft!, index, target.Draft, container, out reason);
        JsonCursor parts = new(container);
        while (parts.MoveNext())
        {
            if (PodShapes.Container.Find(parts.NameValue) is not { } part)
            {
                continue; // Of a template that is gone: a field of a later API server.
            }

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
                    Ports.Merge(list, index, target, container["name"u8].GetString(), isPlainInit, parts.Value);
                    break;
                case "volumeMounts":
                    MountMerge.Merge(run, members, target, parts.Value, new PrivilegeMerge(run, members, target).IsPrivileged(container["securityContext"u8]));
                    break;
                case "volumeDevices":
                    DeviceMerge.Merge(run, members, target, parts.Value);
                    break;
                case "securityContext":
                    new PrivilegeMerge(run, members, target).Merge(parts.Value);
                    break;
                default:
                    members.MergeMember(target, name, parts.Value, field);
                    break;
            }
        }

        new PullPolicyMerge(run, members).Merge(target, userImage, container);
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
