using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds templates, one after the other, to the working copy of a pod template. Only adds: what the workload says
/// wins, and what collides is left out and named.
/// </summary>
internal sealed class PodMerge(PatchRecorder recorder, Place podTemplate, JsonValue volumeClaims, ItemOwners owners)
{
    private static readonly Shape Volumes = PodShapes.PodSpec.Fields["volumes"];
    private static readonly Shape Secrets = PodShapes.PodSpec.Fields["imagePullSecrets"];
    private readonly MergeTarget _root = MergeTarget.Existing(recorder, podTemplate, "");

    /// <summary>What could not be added.</summary>
    public List<Collision> Collisions { get; } = [];

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
        containers.MergeAll(ContainerList.Init, template.Content["initContainers"u8]);
        containers.MergeAll(ContainerList.Containers, template.Content["containers"u8]);
        MergeVolumes(run, members, spec, template.Content["volumes"u8]);
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
    /// <param name="proven">What the annotation says already.</param>
    /// <param name="brought">The templates that brought something now.</param>
    public void WriteStatus(string name, IReadOnlyList<TemplateEntry> proven, List<TemplateEntry> brought)
    {
        MergeTarget annotations = Metadata.Child("annotations", JsonKind.Object);
        Place place = podTemplate;
        foreach (TemplateEntry entry in brought)
        {
            place = annotations.Require(JsonKind.Object, new MergeRun(recorder, owners, entry, Collisions));
            owners.Enter(entry);
        }

        using PooledBuffer status = new();
        InjectionStatus.Write([.. proven, .. brought], new JsonWriter(status));
        recorder.AddMember(place, name, new JsonDraft(JsonTree.OfString(status.WrittenSpan).Root));
    }

    private MergeTarget Metadata => _root.Child("metadata", JsonKind.Object);

    private Place Spec() => recorder.Child(podTemplate, "spec") is { Draft.Kind: JsonKind.Object } spec
        ? spec
        : throw new ObjectFormatException(podTemplate.Pointer.Append("spec"), "an object");

    private void MergeVolumes(MergeRun run, MemberMerge members, MergeTarget spec, JsonValue volumes)
    {
        MergeTarget? target = null;
        JsonCursor items = new(volumes);
        while (items.MoveNext())
        {
            target ??= spec.Child("volumes", JsonKind.Array);
            MergeVolume(run, members, target, items.Value);
        }
    }

    private void MergeVolume(MergeRun run, MemberMerge members, MergeTarget target, JsonValue volume)
    {
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
        else if (ClaimsVolume(volume["name"u8]))
        {
            run.Collide(path, "a volumeClaimTemplate has that name");
        }
        else
        {
            members.Append(target, path, volume);
        }
    }

    private bool ClaimsVolume(JsonValue name)
    {
        JsonCursor claims = new(volumeClaims);
        while (claims.MoveNext())
        {
            if (JsonEquality.AreEqual(claims.Value["metadata"u8]["name"u8], name))
            {
                return true;
            }
        }

        return false;
    }
}
