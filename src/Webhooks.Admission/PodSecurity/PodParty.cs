using Webhooks.Admission.Templates.Rules;

namespace Webhooks.Admission.PodSecurity;

/// <summary>The pod or one of its containers.</summary>
/// <param name="Subject">Who it is, as messages begin: <c>pod</c>, <c>container "a"</c>.</param>
/// <param name="Context">Its security context, there or not.</param>
/// <param name="Field">The container itself; for the pod, the whole.</param>
internal readonly record struct PodParty(string Subject, Field Context, Field Field);
