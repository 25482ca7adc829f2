using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds templates, one after the other, to the working copy of a pod template. Only adds: what the workload says
/// wins, and what collides is left out and named.
/// </summary>
internal sealed class PodMerge
{
    private readonly PodDraft _pod;
    private readonly MergeRun _run;
    private readonly MemberMerge _members;
    private readonly MergeTarget _root;
    private readonly SpecMerge _spec;
    private readonly ContainerMerge _containers;

    /// <summary>A merge into a pod template.</summary>
    /// <param name="pod">The pod template; changed.</param>
    /// <param name="volumeClaims">The <c>volumeClaimTemplates</c> of its workload; missing: none.</param>
    /// <param name="owners">What earlier injections brought; changed.</param>
    /// <param name="templates">The templates that will be merged, and those that earlier injections brought.</param>
    /// <exception cref="ObjectFormatException">The pod template has not the form of one.</exception>
    public PodMerge(PodDraft pod, JsonValue volumeClaims, ItemOwners owners, MergedTemplates templates)
    {
        _pod = pod;
        _run = new MergeRun(pod.Recorder, owners);
        _members = new MemberMerge(_run);
        _root = MergeTarget.Existing(pod.Recorder, pod.Template, "");
        MergeTarget spec = MergeTarget.Existing(pod.Recorder, Spec(), "");
        _spec = new SpecMerge(_run, spec, _members, volumeClaims, templates);
        _containers = new ContainerMerge(_run, spec, _members, templates);
    }

    /// <summary>What could not be added since it was last cleared.</summary>
    public List<Collision> Collisions => _run.Collisions;

    /// <summary>What the templates brought; only those that brought something.</summary>
    public List<TemplateEntry> Brought { get; } = new(1);

    /// <summary>Adds one template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="isNative">Whether its <c>containers</c> run as native sidecars.</param>
    /// <exception cref="ObjectFormatException">The pod template has not the form of one.</exception>
    public void Merge(InjectionTemplate template, bool isNative)
    {
        TemplateEntry entry = new(template.Name, template.Hash);
        _run.Entry = entry;
        _containers.Merge(template, isNative);
        _spec.Merge(template.Content);
        JsonValue metadata = template.Content["metadata"u8];
        if (!metadata.IsAbsent)
        {
            _members.MergeMembers(Metadata, metadata, PodShapes.Metadata);
        }

        if (entry.Added.Count > 0)
        {
            _run.Owners.Enter(entry);
            Brought.Add(entry);
        }
    }

    /// <summary>Writes the annotation that says what was added, now and before. Only after something was.</summary>
    /// <param name="name">The annotation's name.</param>
    public void WriteStatus(string name)
    {
        MergeTarget annotations = Metadata.Child("annotations", JsonKind.Object);
        Place place = _pod.Template;
        foreach (TemplateEntry entry in Brought)
        {
            _run.Entry = entry;
            place = annotations.Require(JsonKind.Object, _run);
        }

        using PooledBuffer status = new();
        InjectionStatus.Write(_run.Owners.Entries, new JsonWriter(status));
        _pod.Recorder.AddMember(place, name, new JsonDraft(JsonTree.OfString(status.WrittenSpan).Root));
    }

    private MergeTarget Metadata => _root.Child("metadata", JsonKind.Object);

    private Place Spec() => _pod.Recorder.Child(_pod.Template, "spec") is { Draft.Kind: JsonKind.Object } spec
        ? spec
        : throw new ObjectFormatException(_pod.Template.Pointer.Append("spec"), "an object");
}
