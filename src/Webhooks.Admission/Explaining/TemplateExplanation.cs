using Webhooks.Admission.Injection;

namespace Webhooks.Admission.Explaining;

/// <summary>What was decided about one template for one object, and why.</summary>
/// <param name="Template">Its name; <c>null</c> when none was asked for.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Reason">Why. Into a denied object nothing is injected, whatever the reason of its other templates.</param>
/// <param name="Askers">What says whether it is wanted.</param>
/// <param name="Items">What becomes of its items; empty when none was and none is there.</param>
/// <param name="Warnings">What the user should know.</param>
public sealed record TemplateExplanation(
    string? Template,
    TemplateDecision Decision,
    InjectionReason Reason,
    IReadOnlyList<Asker> Askers,
    IReadOnlyList<ItemGroup> Items,
    IReadOnlyList<string> Warnings);
