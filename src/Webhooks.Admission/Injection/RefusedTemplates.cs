using Webhooks.Admission.Merging;
using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Injection;

/// <summary>The templates that are asked for and not injected, and what is said of them.</summary>
/// <param name="warnings">Gets a warning of each, unless only the namespace asked for it.</param>
internal sealed class RefusedTemplates(List<InjectionWarning> warnings)
{
    private List<Refusal>? _all;

    public IReadOnlyList<Refusal> All => _all ?? [];

    /// <summary>Refuses what is not there, or was never valid.</summary>
    public TemplateOutcome Missing(OptIn one, AnnotationNames names, TemplateSet templates)
    {
        string line = MissingTemplate.Line(templates, names.For(one.Template), one.Template);
        return Refuse(one, MissingTemplate.Reason(templates, one.Template), line, line);
    }

    /// <summary>Refuses what does not fit the pod.</summary>
    public TemplateOutcome Misfit(OptIn one, InjectionReason reason, string problem)
    {
        string line = $"{one.Template}: not injected: {problem}";
        return Refuse(one, reason, line, line);
    }

    /// <summary>Refuses what collides; each collision is named.</summary>
    public TemplateOutcome Conflict(OptIn one, List<Collision> collisions)
    {
        foreach (Collision collision in collisions)
        {
            Refuse(one, InjectionReason.Conflict, $"{one.Template}: {collision}", $"{one.Template}: not injected: {collision}");
        }

        return new TemplateOutcome(one.Template, InjectionReason.Conflict);
    }

    private TemplateOutcome Refuse(OptIn one, InjectionReason reason, string problem, string line)
    {
        InjectionWarning warning = new(one.Template, Warning.Line(line));
        (_all ??= []).Add(new Refusal(one, reason, Warning.Line(problem), warning));
        if (!one.IsDefault)
        {
            warnings.Add(warning);
        }

        return new TemplateOutcome(one.Template, reason);
    }
}
