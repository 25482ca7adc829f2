using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Injection;

/// <summary>
/// The decision about a workload that is changed. Its pods are replaced only if the user changed something: what an
/// earlier injection brought is put back as it was, and today's templates wait for the next roll-out.
/// </summary>
internal sealed class UpdateDecision(InjectionOptions options, AdmissionRequest request, TemplateSet templates, string[] path)
{
    private readonly List<InjectionWarning> _warnings = [];

    public InjectionDecision Decide()
    {
        PodTemplates.Draft(request.Object, path); // Throws for an object of another form.
        WorkloadState before = WorkloadState.Of(options.Annotations, request.OldObject, path);
        WorkloadState now = WorkloadState.Of(options.Annotations, request.Object, path);
        bool isJob = request.Kind.Kind == "Job";
        WorkloadUpdate update = WorkloadUpdate.Of(before, now, options.Annotations, templates, mayRestore: !isJob);
        bool isUnchanged = update.IsOwnSame && update.IsOptInSame && now.HasSameRefresh(before);
        if (isJob)
        {
            return OfJob(update, isUnchanged);
        }

        if (update.IsRestored || isUnchanged)
        {
            WarnOfNewWords(update);
            return update.IsRestored
                ? new InjectionDecision.Unchanged(Outcomes(update, Restored), _warnings) { Rule = UpdateRule.Restored }
                : PutBack(UpdateRule.Unchanged, update, InjectionReason.Unchanged);
        }

        _warnings.AddRange(now.Asked.Warnings);
        return RollOut(update);

        InjectionReason Restored(string template) => now.Names(template) ? InjectionReason.AlreadyInjected
            : before.Names(template) ? InjectionReason.Removed
            : InjectionReason.Unchanged;
    }

    /// <summary>The pod template of a Job can't change: what its user left alone is put back, anything else is for the API server to refuse.</summary>
    private InjectionDecision OfJob(WorkloadUpdate update, bool isUnchanged)
    {
        WarnOfNewWords(update);
        if (isUnchanged)
        {
            return PutBack(UpdateRule.Job, update, InjectionReason.Unchanged);
        }

        if (!update.IsOptInSame)
        {
            _warnings.Add(new InjectionWarning(null, "the pod template of a Job can't change: to inject other templates, delete and create the Job"));
        }

        return update.IsOwnSame
            ? PutBack(UpdateRule.Job, update, InjectionReason.Immutable)
            : new InjectionDecision.Unchanged(Outcomes(update, _ => InjectionReason.Immutable), _warnings) { Rule = UpdateRule.Job };
    }

    private InjectionDecision PutBack(UpdateRule rule, WorkloadUpdate update, InjectionReason reason) =>
        Become(rule, update, update.Before.PodTemplate, Outcomes(update, _ => reason), PodTemplatePatch.Exact);

    private InjectionDecision RollOut(WorkloadUpdate update)
    {
        RollOut rollOut = new(options, request, templates, update);
        JsonValue podTemplate = rollOut.PodTemplate();
        _warnings.AddRange(rollOut.Warnings);
        return Become(UpdateRule.RollOut, update, podTemplate, rollOut.Outcomes, PodTemplatePatch.InAnyOrder);
    }

    private InjectionDecision Become(
        UpdateRule rule, WorkloadUpdate update, JsonValue podTemplate, IReadOnlyList<TemplateOutcome> outcomes, PodTemplatePatch differ)
    {
        JsonPatch patch = differ.Between(request.Object, update.Now.PodTemplate, podTemplate, path);
        return patch.IsEmpty
            ? new InjectionDecision.Unchanged(outcomes, _warnings) { Rule = rule }
            : new InjectionDecision.Changed(patch, outcomes, _warnings) { Rule = rule };
    }

    /// <summary>What became of each template that is asked for or that a status names.</summary>
    private static List<TemplateOutcome> Outcomes(WorkloadUpdate update, Func<string, InjectionReason> reason)
    {
        List<TemplateOutcome> outcomes = [];
        foreach (OptIn one in update.Now.Asked.Asked)
        {
            outcomes.Add(new TemplateOutcome(one.Template, one.Refusal ?? reason(one.Template)));
        }

        IEnumerable<string> named = update.Before.Proven.Concat(update.Now.Proven).Select(entry => entry.Template);
        HashSet<string> asked = [.. update.Now.Asked.Asked.Select(one => one.Template)];
        foreach (string template in named.Distinct().Where(template => !asked.Contains(template)))
        {
            outcomes.Add(new TemplateOutcome(template, reason(template)));
        }

        return outcomes.Count > 0 ? outcomes : [new TemplateOutcome(null, InjectionReason.NotRequested)];
    }

    /// <summary>While nothing rolls out, only annotations that are new or that say something new are worth a warning.</summary>
    private void WarnOfNewWords(WorkloadUpdate update)
    {
        _warnings.AddRange(update.Now.Asked.Warnings.Where(warning =>
            !update.Now.Agrees(update.Before, warning.Template == null ? options.Annotations.Injection : options.Annotations.For(warning.Template))));
        foreach (OptIn one in update.Now.Asked.Asked)
        {
            string annotation = options.Annotations.For(one.Template);
            if (one.Refusal == null && templates.Find(one.Template) == null && !update.Now.Agrees(update.Before, annotation))
            {
                _warnings.Add(new InjectionWarning(one.Template, MissingTemplate.Line(templates, annotation, one.Template)));
            }
        }
    }
}
