using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds block devices to a container of the workload's, of claims and in places that it does not use otherwise.</summary>
internal static class DeviceMerge
{
    private static readonly Shape Devices = PodShapes.Container.Fields["volumeDevices"];

    public static void Merge(MergeRun run, MemberMerge members, MergeTarget container, JsonValue devices)
    {
        MergeTarget target = container.Child("volumeDevices", JsonKind.Array);
        JsonCursor items = new(devices);
        while (items.MoveNext())
        {
            string path = ItemPath.Item(target.Path, items.Value, Devices);
            JsonValue standing = MemberMerge.FindItem(target.Draft, items.Value, Devices);
            if (!standing.IsMissing)
            {
                run.Share(path, StoredForm.Contains(standing, items.Value, Devices.Item!));
            }
            else if (Uses(container, "volumeMounts", "name", items.Value["name"u8]) || Uses(container, "volumeDevices", "name", items.Value["name"u8]))
            {
                run.Collide(path, "the container uses the volume already");
            }
            else if (Uses(container, "volumeMounts", "mountPath", items.Value["devicePath"u8]))
            {
                run.Collide(path, "a mount has that path");
            }
            else
            {
                members.Append(target, path, items.Value);
            }
        }
    }

    /// <summary>Whether a container uses a volume as a block device, or a path for one.</summary>
    public static bool Has(MergeTarget container, JsonValue volume, JsonValue path) =>
        Uses(container, "volumeDevices", "name", volume) || Uses(container, "volumeDevices", "devicePath", path);

    private static bool Uses(MergeTarget container, string list, string member, JsonValue value)
    {
        JsonDraft? items = container.Draft?.Find(list);
        return items is { Kind: JsonKind.Array } && items.Items.Any(item => JsonEquality.AreEqual(item.FindSource(member), value));
    }
}
