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
/// <param name="standing">What earlier injections brought and what still stands in it: it is named in the status, and not injected again.</param>
/// <param name="warnings">What the user should know already.</param>
internal sealed class TemplateRun(
    InjectionOptions options, AdmissionRequest request, TemplateSet templates, PodDraft pod, IReadOnlyList<TemplateEntry> standing, List<InjectionWarning> warnings)
{
    private readonly List<TemplateEntry> _brought = new(1);
    private List<InjectionWarning>? _collisions;
    private List<string>? _denials;
    private PodMerge? _merge;

    /// <summary>What became of each template, in the order in which they were asked for.</summary>
    public List<TemplateOutcome> Outcomes { get; } = new(1);

    /// <summary>What the user should know; added to what was known before.</summary>
    public List<InjectionWarning> Warnings { get; } = warnings;

    /// <summary>Why the object is to be refused when it is created; empty: it is not.</summary>
    public IReadOnlyList<string> Denials => _denials ?? [];

    /// <summary>What the templates brought; only those that brought something.</summary>
    public IReadOnlyList<TemplateEntry> Brought => _brought;

    /// <summary>Adds the templates.</summary>
    /// <exception cref="ObjectFormatException">The pod template has not the form of one.</exception>
    public void Inject(IReadOnlyList<OptIn> asked)
    {
        for (int i = 0; i < asked.Count; i++)
        {
            Outcomes.Add(new TemplateOutcome(asked[i].Template, Refusal(asked[i]) ?? Merge(asked[i])));
        }

        Warnings.AddRange(_collisions ?? []);
    }

    /// <summary>Writes the annotation that lists what was brought, now and before. Only after something was.</summary>
    public void WriteStatus() => _merge!.WriteStatus(options.Annotations.Status, standing, _brought);

    private InjectionReason Merge(OptIn one)
    {
        _merge ??= new PodMerge(
            pod.Recorder, pod.Template, request.Object["spec"u8]["volumeClaimTemplates"u8], new ItemOwners(standing));
        TemplateEntry entry = _merge.Merge(templates.Find(one.Template)!);
        if (_merge.Collisions.Count > 0)
        {
            Tell(one);
        }

        if (entry.Added.Count == 0)
        {
            return InjectionReason.NothingToAdd;
        }

        _brought.Add(entry);
        return InjectionReason.Injected;
    }

    /// <summary>Warns of what was left out, unless nobody asked for it: of what a namespace's default would have brought.</summary>
    private void Tell(OptIn one)
    {
        foreach (Collision collision in one.IsDefault ? [] : _merge!.Collisions)
        {
            (_collisions ??= []).Add(new InjectionWarning(one.Template, Warning.Line(collision.ToString())));
        }

        _merge!.Collisions.Clear();
    }

    private InjectionReason? Refusal(OptIn one)
    {
        if (one.Refusal != null)
        {
            return one.Refusal;
        }

        for (int i = 0; i < standing.Count; i++)
        {
            if (standing[i].Template == one.Template)
            {
                return InjectionReason.AlreadyInjected;
            }
        }

        return templates.Find(one.Template) == null ? Miss(one.Template) : null;
    }

    /// <summary>Warns of a template that is not there; under <c>--missing-template deny</c> the object is refused for it.</summary>
    private InjectionReason Miss(string template)
    {
        bool isInvalid = templates.IsInvalid(template);
        string known = templates.Names.Count == 0 ? "there are none" : $"known: {string.Join(", ", templates.Names)}";
        string problem = isInvalid ? "the template of that name was never valid, so it is not injected" : $"no such template; {known}";
        string line = Warning.Line($"{options.Annotations.For(template)}: {problem}");
        if (options.DenyMissingTemplate)
        {
            (_denials ??= []).Add(line);
        }
        else
        {
            Warnings.Add(new InjectionWarning(template, line));
        }

        return isInvalid ? InjectionReason.TemplateInvalid : InjectionReason.TemplateMissing;
    }
}
