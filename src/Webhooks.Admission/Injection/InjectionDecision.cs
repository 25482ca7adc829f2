using Webhooks.Resources.Api;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Injection;

/// <summary>The answer to one admission request: unchanged, changed or denied, and why.</summary>
public abstract record InjectionDecision
{
    private InjectionDecision(IReadOnlyList<TemplateOutcome> outcomes, IReadOnlyList<InjectionWarning> warnings)
    {
        Outcomes = outcomes;
        Warnings = warnings;
    }

    /// <summary>What became of each template, at least one entry; in the order of the templates.</summary>
    public IReadOnlyList<TemplateOutcome> Outcomes { get; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<InjectionWarning> Warnings { get; }

    /// <summary>The rule that decided about an update of a workload.</summary>
    public UpdateRule Rule { get; init; }

    /// <summary>The object is allowed as it came.</summary>
    public sealed record Unchanged(IReadOnlyList<TemplateOutcome> Outcomes, IReadOnlyList<InjectionWarning> Warnings)
        : InjectionDecision(Outcomes, Warnings);

    /// <summary>The object is allowed, with a patch that was applied to it and checked.</summary>
    /// <param name="Patch">At least one operation, all of them needed.</param>
    /// <param name="Outcomes">What became of each template.</param>
    /// <param name="Warnings">What the user should know.</param>
    public sealed record Changed(JsonPatch Patch, IReadOnlyList<TemplateOutcome> Outcomes, IReadOnlyList<InjectionWarning> Warnings)
        : InjectionDecision(Outcomes, Warnings);

    /// <summary>The object is refused.</summary>
    /// <param name="Status">Code 403, reason <c>Forbidden</c>.</param>
    /// <param name="Outcomes">What became of each template.</param>
    /// <param name="Warnings">What the user should know.</param>
    public sealed record Denied(Status Status, IReadOnlyList<TemplateOutcome> Outcomes, IReadOnlyList<InjectionWarning> Warnings)
        : InjectionDecision(Outcomes, Warnings);
}
