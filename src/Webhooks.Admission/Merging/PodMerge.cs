using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds templates, one after the other, to the working copy of a pod template. Only adds: what the workload says
/// wins, and what collides is left out and named.
/// </summary>
internal sealed class PodMerge(PatchRecorder recorder, Place podTemplate, IReadOnlySet<string> volumeClaims, ItemOwners owners)
{
    private static readonly Shape Volumes = PodShapes.PodSpec.Fields["volumes"];
    private static readonly Shape Secrets = PodShapes.PodSpec.Fields["imagePullSecrets"];
    private readonly MergeTarget _root = MergeTarget.Existing(recorder, podTemplate, "");

    /// <summary>What could not be added, in words for a person.</summary>
    public List<string> Collisions { get; } = [];

    /// <summary>Adds one template.</summary>
    /// <returns>What it brought; nothing at all when <see cref="TemplateEntry.Added"/> is empty.</returns>
    /// <exception cref="ObjectFormatException">The pod template has not the form of one.</exception>
    public TemplateEntry Merge(InjectionTemplate template)
    {
        TemplateEntry entry = new(template.Name, template.Hash);
        MergeRun run = new(recorder, owners, entry, Collisions);
        MemberMerge members = new(run);
        MergeTarget spec = MergeTarget.Existing(recorder, Spec(), "");
        ContainerMerge containers = new(run, spec, members);
        Each(template.Content[ContainerList.Init], container => containers.Merge(ContainerList.Init, container));
        Each(template.Content[ContainerList.Containers], container => containers.Merge(ContainerList.Containers, container));
        Each(template.Content["volumes"u8], volume => MergeVolume(run, members, spec, volume));
        JsonValue secrets = template.Content["imagePullSecrets"u8];
        if (!StoredForm.IsAbsent(secrets, Secrets))
        {
            members.MergeMember(spec, "imagePullSecrets", secrets, Secrets);
        }

        JsonValue metadata = template.Content["metadata"u8];
        if (!metadata.IsAbsent)
        {
            members.MergeMembers(Metadata, metadata, PodShapes.Metadata);
        }

        owners.Enter(entry);
        return entry;
    }

    /// <summary>Writes the annotation that says what was added.</summary>
    /// <param name="name">The annotation's name.</param>
    /// <param name="brought">The templates that brought something now.</param>
    /// <param name="write">Makes the annotation's text, once its own parents are listed.</param>
    public void WriteStatus(string name, IReadOnlyList<TemplateEntry> brought, Func<string> write)
    {
        MergeTarget annotations = Metadata.Child("annotations", JsonKind.Object);
        foreach (TemplateEntry entry in brought)
        {
            annotations.Require(JsonKind.Object, new MergeRun(recorder, owners, entry, Collisions));
            owners.Enter(entry);
        }

        Place place = annotations.Require(JsonKind.Object, new MergeRun(recorder, owners, brought[0], Collisions));
        recorder.AddMember(place, name, new JsonDraft(JsonTree.Parse(JsonText.Quote(write())).Root));
    }

    private MergeTarget Metadata => _root.Child("metadata", JsonKind.Object);

    private Place Spec() => recorder.Child(podTemplate, "spec") is { Draft.Kind: JsonKind.Object } spec
        ? spec
        : throw new ObjectFormatException(podTemplate.Pointer.Append("spec"), "an object");

    private void MergeVolume(MergeRun run, MemberMerge members, MergeTarget spec, JsonValue volume)
    {
        MergeTarget target = spec.Child("volumes", JsonKind.Array);
        string path = ItemPath.Item(target.Path, volume, Volumes);
        JsonValue standing = MemberMerge.FindItem(target.Draft, volume, Volumes);
        if (!standing.IsMissing)
        {
            bool isSame = StoredForm.Contains(standing, volume, Volumes.Item!);
            if (!run.Share(path, isSame) && !isSame)
            {
                run.Collide(path, "the workload has another volume of that name");
            }
        }
        else if (volumeClaims.Contains(volume["name"u8].GetString()))
        {
            run.Collide(path, "a volumeClaimTemplate has that name");
        }
        else
        {
            members.Append(target, path, volume);
        }
    }

    private static void Each(JsonValue list, Action<JsonValue> step)
    {
        JsonCursor items = new(list);
        while (items.MoveNext())
        {
            step(items.Value);
        }
    }
}
