namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>Whether something is allowed, and why or why not.</summary>
/// <param name="IsAllowed">Whether it is.</param>
/// <param name="Reason">For people; empty for nothing to say.</param>
internal readonly record struct AccessDecision(bool IsAllowed, string Reason);
