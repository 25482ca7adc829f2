using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Injection;

/// <summary>
/// The decision about an object that is created: what its proven status names is skipped, everything else that is
/// asked for is added; nothing is removed.
/// </summary>
internal sealed class CreateDecision
{
    private readonly InjectionOptions _options;
    private readonly AdmissionRequest _request;
    private readonly TemplateSet _templates;
    private readonly OptIns _asked;
    private readonly PatchRecorder _recorder = new();
    private readonly Place _podTemplate;
    private readonly string[] _path;
    private readonly InjectionStatus? _proven;
    private readonly List<TemplateOutcome> _outcomes;
    private readonly List<string> _warnings;
    private readonly List<TemplateEntry> _brought = new(1);
    private readonly List<string> _denials = [];

    public CreateDecision(
        InjectionOptions options, AdmissionRequest request, TemplateSet templates, OptIns asked, string[] path)
    {
        _options = options;
        _request = request;
        _templates = templates;
        _asked = asked;
        _path = path;
        _warnings = asked.Warnings;
        _outcomes = new List<TemplateOutcome>(asked.Asked.Count);
        _podTemplate = FindPodTemplate(new Place(new JsonDraft(request.Object), JsonPointer.Root, IsFresh: false));
        _proven = ReadProvenStatus();
    }

    public InjectionDecision Decide()
    {
        PodMerge? merge = null;
        foreach (OptIn one in _asked.Asked)
        {
            if (Refusal(one) is { } reason)
            {
                _outcomes.Add(new TemplateOutcome(one.Template, reason));
                continue;
            }

            merge ??= StartMerge();
            int collisions = merge.Collisions.Count;
            TemplateEntry entry = merge.Merge(_templates.Find(one.Template)!);
            bool brings = entry.Added.Count > 0;
            _outcomes.Add(new TemplateOutcome(one.Template, brings ? InjectionReason.Injected : InjectionReason.NothingToAdd));
            if (brings)
            {
                _brought.Add(entry);
            }

            if (one.IsDefault)
            {
                merge.Collisions.RemoveRange(collisions, merge.Collisions.Count - collisions); // Nobody asked for what is left out.
            }
        }

        if (_denials.Count > 0)
        {
            string message = string.Join("; ", _denials);
            Status status = new() { Outcome = StatusOutcome.Failure, Code = 403, Reason = StatusReason.Forbidden, Message = message };
            return new InjectionDecision.Denied(status, _outcomes, _warnings);
        }

        foreach (string collision in merge?.Collisions ?? [])
        {
            _warnings.Add(Warning.Line(collision));
        }

        return _brought.Count == 0 ? new InjectionDecision.Unchanged(_outcomes, _warnings) : Change(merge!);
    }

    private InjectionDecision.Changed Change(PodMerge merge)
    {
        merge.WriteStatus(_options.Annotations.Status, _proven?.Entries ?? [], _brought);
        JsonPatch patch = _recorder.ToPatch();
        Check(patch);
        return new InjectionDecision.Changed(patch, _outcomes, _warnings);
    }

    /// <summary>Applies the patch to the object as it was sent, by the engine that an API server would use, and looks for all that it should bring.</summary>
    private void Check(JsonPatch patch)
    {
        JsonDraft result = patch.Apply(_request.Object);
        foreach (string member in _path)
        {
            result = result.Find(member)!;
        }

        foreach (TemplateEntry entry in _brought)
        {
            foreach (string path in entry.Added)
            {
                if (!ItemProof.Stands(result, path))
                {
                    throw new InvalidOperationException($"the patch of template {entry.Template} does not bring {path}");
                }
            }
        }
    }

    private InjectionReason? Refusal(OptIn one)
    {
        if (one.Refusal != null)
        {
            return one.Refusal;
        }

        if (_proven?.Names(one.Template) == true)
        {
            return InjectionReason.AlreadyInjected;
        }

        return _templates.Find(one.Template) == null ? Miss(one.Template) : null;
    }

    /// <summary>Warns of a template that is not there; under <c>--missing-template deny</c> the object is refused for it.</summary>
    private InjectionReason Miss(string template)
    {
        bool isInvalid = _templates.IsInvalid(template);
        string known = _templates.Names.Count == 0 ? "there are none" : $"known: {string.Join(", ", _templates.Names)}";
        string problem = isInvalid ? "the template of that name was never valid, so it is not injected" : $"no such template; {known}";
        List<string> told = _options.DenyMissingTemplate ? _denials : _warnings;
        told.Add(Warning.Line($"{_options.Annotations.For(template)}: {problem}"));
        return isInvalid ? InjectionReason.TemplateInvalid : InjectionReason.TemplateMissing;
    }

    private PodMerge StartMerge() => new(
        _recorder, _podTemplate, _request.Object["spec"u8]["volumeClaimTemplates"u8], new ItemOwners(_proven?.Entries ?? []));

    private InjectionStatus? ReadProvenStatus()
    {
        JsonValue annotations = PodTemplates.Find(_request.Object, _path)["metadata"u8]["annotations"u8];
        return annotations[_options.Annotations.Status].AsString() is { } text
            && InjectionStatus.Read(text) is { } status && status.IsProvenBy(_podTemplate.Draft) ? status : null;
    }

    private Place FindPodTemplate(Place root)
    {
        Place place = root;
        foreach (string member in _path)
        {
            place = _recorder.Child(place, member) is { Draft.Kind: JsonKind.Object } child
                ? child
                : throw new ObjectFormatException(place.Pointer.Append(member), "an object");
        }

        return place;
    }
}
