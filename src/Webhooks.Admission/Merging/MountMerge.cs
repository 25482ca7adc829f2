using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds mounts to a container of the workload's, where nothing else is mounted.</summary>
internal static class MountMerge
{
    private static readonly Shape Mounts = PodShapes.Container.Fields["volumeMounts"];

    public static void Merge(MergeRun run, MemberMerge members, MergeTarget container, JsonValue mounts)
    {
        MergeTarget target = container.Child("volumeMounts", JsonKind.Array);
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
}
