using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds mounts to a container of the workload's, where nothing else is mounted.</summary>
internal static class MountMerge
{
    private static readonly Shape Mounts = PodShapes.Container.Fields["volumeMounts"];

    /// <summary>Adds mounts.</summary>
    /// <param name="run">The merge.</param>
    /// <param name="members">Adds items.</param>
    /// <param name="container">The container of the workload's.</param>
    /// <param name="mounts">The template's.</param>
    /// <param name="isPrivileged">Whether the container is, or will be: others don't share their mounts with the node.</param>
    public static void Merge(MergeRun run, MemberMerge members, MergeTarget container, JsonValue mounts, bool isPrivileged)
    {
        MergeTarget target = container.Child("volumeMounts", JsonKind.Array);
        JsonCursor items = new(mounts);
        while (items.MoveNext())
        {
            string path = ItemPath.Item(target.Path, items.Value, Mounts);
            JsonValue standing = MemberMerge.FindItem(target.Draft, items.Value, Mounts);
            if (standing.IsMissing)
            {
                if (!isPrivileged && items.Value["mountPropagation"u8].TextEquals("Bidirectional"u8))
                {
                    run.Collide(path, "the container is not privileged");
                }
                else if (DeviceMerge.Has(container, items.Value["name"u8], items.Value["mountPath"u8]))
                {
                    run.Collide(path, "the container uses the volume or the path for a block device");
                }
                else
                {
                    members.Append(target, path, items.Value);
                }

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
