using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Injection;

/// <summary>Adds to a pod template what is asked for, one template after the other, and says what became of each.</summary>
/// <param name="options">The settings.</param>
/// <param name="request">The object, for what stands outside its pod template.</param>
/// <param name="templates">The templates in force.</param>
/// <param name="pod">The pod template; changed.</param>
/// <param name="again">Makes the pod template once more as it was, for when a template must leave no trace in it.</param>
/// <param name="standing">What earlier injections brought and what still stands in it: it is named in the status, and not injected again.</param>
/// <param name="warnings">What the user should know already.</param>
internal sealed class TemplateRun(
    InjectionOptions options, AdmissionRequest request, TemplateSet templates, PodDraft pod, Func<PodDraft> again, IReadOnlyList<TemplateEntry> standing, List<InjectionWarning> warnings)
{
    private readonly List<InjectionTemplate> _selected = new(1);
    private readonly RefusedTemplates _refused = new(warnings);
    private TemplateOutcome?[] _outcomes = [];
    private List<InjectionWarning>? _collisions;
    private PodMerge? _merge;

    /// <summary>The pod template with what was added.</summary>
    public PodDraft Pod { get; private set; } = pod;

    /// <summary>What became of each template, in the order in which they are applied.</summary>
    public IReadOnlyList<TemplateOutcome> Outcomes => _outcomes!;

    /// <summary>What the user should know; added to what was known before.</summary>
    public List<InjectionWarning> Warnings { get; } = warnings;

    /// <summary>What was asked for and could not be injected; a warning says so, unless only the namespace asked.</summary>
    public IReadOnlyList<Refusal> Refusals => _refused.All;

    /// <summary>What the templates brought; only those that brought something.</summary>
    public IReadOnlyList<TemplateEntry> Brought => _merge?.Brought ?? [];

    /// <summary>Adds the templates, in their order. Once.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <exception cref="ObjectFormatException">The pod template has not the form of one.</exception>
    public void Inject(IReadOnlyList<OptIn> asked)
    {
        asked = templates.InOrder(asked);
        PodFit fit = new(options, request, Pod.Template.Draft.Find("spec"), standing);
        _outcomes = new TemplateOutcome?[asked.Count];
        for (int i = 0; i < asked.Count; i++)
        {
            _outcomes[i] = Refused(asked[i], fit);
        }

        while (!TryMerge(asked, fit))
        {
            Pod = again();
        }

        Warnings.AddRange(_collisions ?? []);
    }

    /// <summary>Writes the annotation that lists what was brought, now and before. Only after something was.</summary>
    public void WriteStatus() => _merge!.WriteStatus(options.Annotations.Status);

    /// <summary>Merges all that is selected.</summary>
    /// <returns>False when a template collides that does not come then: it is no longer selected, and all is to be done again.</returns>
    private bool TryMerge(IReadOnlyList<OptIn> asked, PodFit fit)
    {
        _collisions?.Clear();
        _merge = _selected.Count == 0 ? null
            : new PodMerge(Pod, request.Object["spec"u8]["volumeClaimTemplates"u8], new ItemOwners(standing), new MergedTemplates(_selected, Standing()));
        int next = 0;
        for (int i = 0; i < asked.Count; i++)
        {
            if (_outcomes[i] != null)
            {
                continue;
            }

            InjectionTemplate template = _selected[next++];
            if (new VolumeUses(Pod.Template.Draft.Find("spec"), request.Object["spec"u8]["volumeClaimTemplates"u8]).Problem(template.Content) is { } problem)
            {
                _outcomes[i] = _refused.Misfit(asked[i], InjectionReason.VolumeMissing, problem);
                _selected.Remove(template);
                return false;
            }

            _merge!.Merge(template, fit.RunsNatively(template));
            if (_merge.Collisions.Count > 0 && template.Injection.OnConflict != ConflictMode.Keep)
            {
                _outcomes[i] = _refused.Conflict(asked[i], _merge.Collisions);
                _selected.Remove(template);
                return false;
            }

            Tell(asked[i], _merge.Collisions);
        }

        Conclude(asked);
        return true;
    }

    /// <summary>The templates of the standing entries, as far as there are any today.</summary>
    private IReadOnlyList<InjectionTemplate> Standing() =>
        standing.Count == 0 ? [] : [.. standing.Select(entry => templates.Find(entry.Template)).OfType<InjectionTemplate>()];

    private void Conclude(IReadOnlyList<OptIn> asked)
    {
        int brought = 0;
        for (int i = 0; i < asked.Count; i++)
        {
            if (_outcomes[i] == null)
            {
                bool isInjected = brought < Brought.Count && Brought[brought].Template == asked[i].Template;
                brought += isInjected ? 1 : 0;
                _outcomes[i] = new TemplateOutcome(asked[i].Template, isInjected ? InjectionReason.Injected : InjectionReason.NothingToAdd);
            }
        }
    }

    /// <summary>Warns of what was left out, unless nobody asked for it: of what a namespace's default would have brought.</summary>
    private void Tell(OptIn one, List<Collision> collisions)
    {
        foreach (Collision collision in collisions)
        {
            if (!one.IsDefault)
            {
                (_collisions ??= []).Add(new InjectionWarning(one.Template, Warning.Line($"{one.Template}: without {collision}")));
            }
        }

        collisions.Clear();
    }

    /// <summary>What becomes of a template that is refused whatever the others are; one that is not is selected.</summary>
    private TemplateOutcome? Refused(OptIn one, PodFit fit)
    {
        if (one.Refusal is { } refusal)
        {
            return new TemplateOutcome(one.Template, refusal);
        }

        for (int i = 0; i < standing.Count; i++)
        {
            if (standing[i].Template == one.Template)
            {
                return new TemplateOutcome(one.Template, InjectionReason.AlreadyInjected);
            }
        }

        if (templates.Find(one.Template) is not { } template)
        {
            return _refused.Missing(one, options.Annotations, templates);
        }

        if (fit.Misfit(template, out string problem) is { } misfit)
        {
            return _refused.Misfit(one, misfit, problem);
        }

        _selected.Add(template);
        return null;
    }
}
