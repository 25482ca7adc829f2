using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds what a template says under the name <c>*</c> to each container of the workload's: to those whose name no
/// template of the pod brings and no status lists.
/// </summary>
internal sealed class EveryContainer(MergeRun run, MergeTarget spec, MemberMerge members, MergedTemplates templates)
{
    /// <summary>No real pod comes near; what each costs grows with their number.</summary>
    private const int Most = 1000;

    /// <summary>Adds it to all of one list; of containers of the same name, which no API server takes, to the first.</summary>
    public void Merge(string list, JsonValue part)
    {
        MergeTarget target = spec.Child(list, JsonKind.Array);
        int count = target.Draft?.Count ?? 0;
        if (count > Most)
        {
            run.Collide(target.Path, $"it holds {count} containers, and to no more than {Most} is something added each");
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            JsonValue name = NameAt(target.Draft!, i);
            if (name.Kind == JsonKind.String && seen.Add(name.GetString()) && !templates.Bring(name) && !IsStanding(name.GetString()))
            {
                MergeInto(target.Item(i, ItemPath.Entry(target.Path, name.GetString())), part);
            }
        }
    }

    private static JsonValue NameAt(JsonDraft containers, int index)
    {
        JsonValue container = containers.PeekItem(index);
        return container.IsMissing ? containers.Items[index].FindSource("name") : container["name"u8];
    }

    private void MergeInto(MergeTarget container, JsonValue part)
    {
        JsonCursor parts = new(part);
        while (parts.MoveNext())
        {
            if (PodShapes.Container.Find(parts.NameValue) is not { } field)
            {
                continue; // Of a template that is gone: a field of a later API server.
            }

            if (field.Name == "name" || StoredForm.IsAbsent(parts.Value, field.Shape))
            {
                continue;
            }

            if (field.Name == "volumeMounts")
            {
                MountMerge.Merge(run, members, container, parts.Value, isPrivileged: false);
            }
            else
            {
                members.MergeMember(container, field.Name, parts.Value, field.Shape);
            }
        }
    }

    private bool IsStanding(string name) =>
        run.Owners.IsStanding(ItemPath.Entry(ContainerList.Containers, name)) || run.Owners.IsStanding(ItemPath.Entry(ContainerList.Init, name));
}
