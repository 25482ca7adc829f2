namespace Webhooks.Admission.Injection;

/// <summary>What became of one template.</summary>
/// <param name="Template">Its name; <c>null</c> when none was asked for.</param>
/// <param name="Reason">Why.</param>
public sealed record TemplateOutcome(string? Template, InjectionReason Reason);
