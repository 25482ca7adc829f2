using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Injection;

/// <summary>
/// The pod template of a workload whose pods are replaced anyway: the user's own, with today's templates. Of a
/// template that is asked for and gone today, what it brought stays.
/// </summary>
internal sealed class RollOut(
    InjectionOptions options, AdmissionRequest request, TemplateSet templates, WorkloadUpdate update)
{
    private readonly List<TemplateOutcome> _outcomes = [];
    private readonly List<InjectionWarning> _warnings = [];

    /// <summary>What became of each template that is asked for or was injected.</summary>
    public IReadOnlyList<TemplateOutcome> Outcomes => _outcomes;

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<InjectionWarning> Warnings => _warnings;

    /// <summary>The pod template. Call it once.</summary>
    /// <exception cref="ObjectFormatException">The pod template has not the form of one.</exception>
    public JsonValue PodTemplate()
    {
        List<InjectionTemplate> kept = KeptTemplates([]);
        (JsonDraft result, TemplateRun run) = Run(kept);
        if (Missing(result) is { Count: > 0 } used)
        {
            // What the user's own containers use is the user's from now on, and is so before the templates look;
            // what only the items of gone templates use goes on with those.
            HashSet<string> ofTheUser = [.. Missing(update.Own()).Intersect(used)];
            update.Listed.Forget(ofTheUser);
            kept = KeptTemplates([.. used.Except(ofTheUser)]);
            (result, run) = Run(kept);
        }

        _warnings.AddRange(run.Warnings);
        Tell(run.Outcomes, kept);
        return result.Freeze();
    }

    private IReadOnlyList<string> Missing(JsonDraft podTemplate) =>
        UsedItems.Missing(podTemplate, update.Now.Look, update.Listed.Paths, request.Object["spec"u8]["volumeClaimTemplates"u8]);

    private (JsonDraft PodTemplate, TemplateRun Run) Run(List<InjectionTemplate> kept)
    {
        TemplateSet inForce = kept.Count == 0 ? templates : templates.With(kept);
        TemplateRun run = new(options, request, inForce, Own(), Own, [], []);
        run.Inject(update.Now.Asked.Asked);
        if (run.Brought.Count > 0)
        {
            run.WriteStatus();
        }

        return (run.Pod.Template.Draft, run);
    }

    private PodDraft Own() => new(new PatchRecorder(), new Place(update.Own(), JsonPointer.Root, IsFresh: false));

    /// <summary>
    /// Templates that are gone, made again of what they brought: as the request has it where it brings a status of
    /// its own, else as it was before.
    /// </summary>
    /// <param name="used">What they use of what other templates had brought.</param>
    private List<InjectionTemplate> KeptTemplates(IReadOnlyList<string> used)
    {
        List<InjectionTemplate> kept = [];
        JsonDraft own = update.Own();
        HashSet<string> listed = [.. update.Listed.Paths];
        foreach (string template in update.OptedIn.Where(template => templates.Find(template) == null))
        {
            WorkloadState holder = update.BringsStatus && update.Now.Names(template) ? update.Now : update.Before;
            TemplateEntry entry = holder.EntryOf(template)!;
            kept.Add(KeptTemplate.Of(entry, entry.Added.Union(used).Where(listed.Contains), holder, own));
        }

        return kept;
    }

    private void Tell(IReadOnlyList<TemplateOutcome> outcomes, List<InjectionTemplate> kept)
    {
        HashSet<string> gone = [.. kept.Select(template => template.Name)];
        foreach (TemplateOutcome outcome in outcomes)
        {
            bool isKept = gone.Contains(outcome.Template!);
            _outcomes.Add(isKept ? outcome with { Reason = MissingTemplate.Reason(templates, outcome.Template!) } : outcome);
            if (isKept)
            {
                string annotation = options.Annotations.For(outcome.Template!);
                _warnings.Add(new InjectionWarning(outcome.Template, MissingTemplate.Line(templates, annotation, outcome.Template!, isKept: true)));
            }
        }

        IEnumerable<string> named = update.Before.Proven.Concat(update.Now.Proven).Select(entry => entry.Template).Distinct();
        HashSet<string> told = [.. _outcomes.Select(outcome => outcome.Template!)];
        foreach (string template in named.Where(template => !told.Contains(template)))
        {
            _outcomes.Add(new TemplateOutcome(template, InjectionReason.Removed));
        }

        if (_outcomes.Count == 0)
        {
            _outcomes.Add(new TemplateOutcome(null, InjectionReason.NotRequested));
        }
    }
}
