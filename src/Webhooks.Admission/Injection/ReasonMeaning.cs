namespace Webhooks.Admission.Injection;

/// <summary>What a reason means to somebody who meets it for the first time.</summary>
/// <param name="What">What happened: a clause without a capital and a full stop.</param>
/// <param name="Remedy">What to do for another outcome, in the same form; <c>null</c> where there is nothing to do.</param>
public sealed record ReasonMeaning(string What, string? Remedy);
