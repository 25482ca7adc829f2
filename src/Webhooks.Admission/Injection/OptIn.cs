namespace Webhooks.Admission.Injection;

/// <summary>One template that an object, or its namespace, asks for.</summary>
/// <param name="Template">Its name.</param>
/// <param name="Refusal">Why it is not injected after all; <c>null</c>: it is asked for.</param>
/// <param name="IsDefault">True when only the namespace asks.</param>
internal readonly record struct OptIn(string Template, InjectionReason? Refusal, bool IsDefault);
