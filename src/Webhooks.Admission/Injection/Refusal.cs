namespace Webhooks.Admission.Injection;

/// <summary>Why a template that is asked for is not injected.</summary>
/// <param name="Asked">What is asked for.</param>
/// <param name="Reason">Why not, as one of the closed set.</param>
/// <param name="Problem">Why not, in the words of a denial.</param>
/// <param name="Warning">The same in the words of a warning.</param>
internal sealed record Refusal(OptIn Asked, InjectionReason Reason, string Problem, InjectionWarning Warning);
