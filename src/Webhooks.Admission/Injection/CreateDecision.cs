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
    private readonly AdmissionRequest _request;
    private readonly OptIns _asked;
    private readonly string[] _path;
    private readonly PodDraft _pod;
    private readonly TemplateRun _run;

    public CreateDecision(
        InjectionOptions options, AdmissionRequest request, TemplateSet templates, OptIns asked, string[] path)
    {
        _request = request;
        _asked = asked;
        _path = path;
        _pod = PodTemplates.Draft(request.Object, path);
        IReadOnlyList<TemplateEntry> standing = ProvenStatus(options.Annotations.Status)?.Entries ?? [];
        _run = new TemplateRun(options, request, templates, _pod, standing, asked.Warnings);
    }

    public InjectionDecision Decide()
    {
        _run.Inject(_asked.Asked);
        if (_run.Denials.Count > 0)
        {
            string message = string.Join("; ", _run.Denials);
            Status status = new() { Outcome = StatusOutcome.Failure, Code = 403, Reason = StatusReason.Forbidden, Message = message };
            return new InjectionDecision.Denied(status, _run.Outcomes, _run.Warnings);
        }

        return _run.Brought.Count == 0 ? new InjectionDecision.Unchanged(_run.Outcomes, _run.Warnings) : Change();
    }

    private InjectionDecision.Changed Change()
    {
        _run.WriteStatus();
        JsonPatch patch = _pod.Recorder.ToPatch();
        PatchProof.Check(patch, _request.Object, _path, _run.Brought);
        return new InjectionDecision.Changed(patch, _run.Outcomes, _run.Warnings);
    }

    private InjectionStatus? ProvenStatus(string name)
    {
        JsonValue annotations = PodTemplates.Find(_request.Object, _path)["metadata"u8]["annotations"u8];
        return annotations[name].AsString() is { } text
            && InjectionStatus.Read(text) is { } status && status.IsProvenBy(_pod.Template.Draft) ? status : null;
    }
}
