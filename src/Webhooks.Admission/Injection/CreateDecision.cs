using Webhooks.Admission.Bookkeeping;
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
    private readonly string[] _path;
    private readonly TemplateRun _run;

    public CreateDecision(
        InjectionOptions options, AdmissionRequest request, TemplateSet templates, OptIns asked, string[] path)
    {
        _options = options;
        _request = request;
        _templates = templates;
        _asked = asked;
        _path = path;
        PodDraft pod = Draft();
        IReadOnlyList<TemplateEntry> standing = ProvenStatus(pod)?.Entries ?? [];
        _run = new TemplateRun(options, request, templates, pod, Draft, standing, asked.Warnings);
    }

    public InjectionDecision Decide()
    {
        _run.Inject(_asked.Asked);
        if (Denial() is { } message)
        {
            Status status = new() { Outcome = StatusOutcome.Failure, Code = 403, Reason = StatusReason.Forbidden, Message = message };
            return new InjectionDecision.Denied(status, _run.Outcomes, _run.Warnings);
        }

        return _run.Brought.Count == 0 ? new InjectionDecision.Unchanged(_run.Outcomes, _run.Warnings) : Change();
    }

    private InjectionDecision.Changed Change()
    {
        _run.WriteStatus();
        JsonPatch patch = _run.Pod.Recorder.ToPatch();
        PatchProof.Check(patch, _request.Object, _path, _run.Brought);
        return new InjectionDecision.Changed(patch, _run.Outcomes, _run.Warnings);
    }

    /// <summary>What the object is refused for, and what to do; said once, so no longer as a warning. <c>null</c>: it is not.</summary>
    private string? Denial()
    {
        List<string>? problems = null;
        for (int i = 0; i < _run.Refusals.Count; i++)
        {
            Refusal refusal = _run.Refusals[i];
            string template = refusal.Asked.Template;
            if (!Denials.FollowFrom(refusal.Reason, template, _options, _templates))
            {
                continue;
            }

            (problems ??= []).Add(refusal.Problem);
            _run.Warnings.Remove(refusal.Warning);
            bool isLast = i + 1 == _run.Refusals.Count || _run.Refusals[i + 1].Asked.Template != template;
            if (isLast && refusal.Reason == InjectionReason.Conflict)
            {
                problems.Add($"change that, or go without the template by the annotation {_options.Annotations.For(template)}: \"false\"");
            }
        }

        return problems == null ? null : string.Join("; ", problems);
    }

    private PodDraft Draft() => PodTemplates.Draft(_request.Object, _path);

    private InjectionStatus? ProvenStatus(PodDraft pod)
    {
        JsonValue annotations = PodTemplates.Find(_request.Object, _path)["metadata"u8]["annotations"u8];
        return annotations[_options.Annotations.Status].AsString() is { } text
            && InjectionStatus.Read(text) is { } status && status.IsProvenBy(pod.Template.Draft) ? status : null;
    }
}
