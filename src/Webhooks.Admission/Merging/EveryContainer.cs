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
    private static readonly Shape List = PodShapes.PodSpec.Fields[ContainerList.Containers];

    /// <summary>Adds it to all of one list.</summary>
    public void Merge(string list, JsonValue part)
    {
        MergeTarget target = spec.Child(list, JsonKind.Array);
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < (target.Draft?.Count ?? 0); i++)
        {
            JsonValue container = target.Draft!.PeekItem(i);
            JsonValue name = container.IsMissing ? target.Draft.Items[i].FindSource("name") : container["name"u8];
            if (name.Kind == JsonKind.String && seen.Add(name.GetString()) && !templates.Bring(name))
            {
                string path = ItemPath.Entry(target.Path, name.GetString());
                if (!IsStanding(name.GetString()))
                {
                    MergeInto(target.Item(i, path), part);
                }
            }
        }
    }

    private void MergeInto(MergeTarget container, JsonValue part)
    {
        JsonCursor parts = new(part);
        while (parts.MoveNext())
        {
            ShapeField field = PodShapes.Container.Find(parts.NameValue)!;
            if (field.Name == "name" || StoredForm.IsAbsent(parts.Value, field.Shape))
            {
                continue;
            }

            if (field.Name == "volumeMounts")
            {
                MountMerge.Merge(run, members, container, parts.Value);
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
