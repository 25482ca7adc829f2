namespace Webhooks.Sandbox.Faults;

/// <summary>A request that was hit by a fault.</summary>
/// <param name="Time">When, by the server's clock.</param>
/// <param name="Fault">What hit it, as <see cref="FaultScript.Add"/> returned it.</param>
/// <param name="User">As whom the request was made.</param>
/// <param name="Verb">What it asked for, as RBAC has it.</param>
/// <param name="Path">Where it went, decoded and without its query: <c>/api/v1/pods</c>.</param>
public sealed record FiredFault(DateTimeOffset Time, Fault Fault, string User, string Verb, string Path);
