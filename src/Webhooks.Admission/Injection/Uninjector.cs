using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Injection;

/// <summary>Takes everything off an object that templates brought: the exact inverse of an injection.</summary>
/// <remarks>
/// What asks for templates stays. Unlike a roll-out it takes off also what a remaining container uses: the object is
/// then as its author wrote it. Pure, immutable and thread safe.
/// </remarks>
/// <param name="names">The annotations that are ours.</param>
public sealed class Uninjector(AnnotationNames names)
{
    /// <summary>Decides what is to be taken off.</summary>
    /// <param name="request">The object, as a CREATE.</param>
    /// <exception cref="ObjectFormatException">The object has not the form of its kind.</exception>
    public InjectionDecision Decide(AdmissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (PodTemplates.PathIn(request.Kind) is not { } path || request.Object.Kind != JsonKind.Object)
        {
            return Untouched(InjectionReason.NotHandled);
        }

        JsonValue podTemplate = PodTemplates.Find(request.Object, path);
        JsonValue annotation = podTemplate["metadata"u8]["annotations"u8][names.Status];
        if (annotation.IsMissing)
        {
            return Untouched(InjectionReason.NotRequested);
        }

        JsonDraft pod = PodTemplates.Draft(request.Object, path).Template.Draft;
        InjectionStatus? status = annotation.AsString() is { } text ? InjectionStatus.Read(text) : null;
        if (status == null)
        {
            return Untouched(InjectionReason.NotRequested, Doubt("it can't be read"));
        }

        if (status.FindDoubt(pod) is { } why)
        {
            return Untouched(InjectionReason.NotRequested, Doubt(why));
        }

        new ListedItems(status.Entries).TakeOff(pod, names.Status, new HashSet<string>(), restoresNulls: true);
        JsonPatch patch = PodTemplatePatch.InAnyOrder.Between(request.Object, podTemplate, pod.Freeze(JsonPolicy.Server), path);
        return new InjectionDecision.Changed(patch, [.. status.Entries.Select(entry => new TemplateOutcome(entry.Template, InjectionReason.Removed))], []);
    }

    private static InjectionDecision.Unchanged Untouched(InjectionReason reason, params IReadOnlyList<InjectionWarning> warnings) =>
        new([new TemplateOutcome(null, reason)], warnings);

    private InjectionWarning Doubt(string why) =>
        new(null, Warning.Line($"{names.Status} proves nothing, so nothing is taken off: {why}"));
}
