namespace Webhooks.Server.Health;

/// <summary>One thing that must be well.</summary>
/// <param name="Name">A path segment: <c>templates</c>.</param>
/// <param name="Look">How it is now. Quick and without I/O: probes ask every few seconds.</param>
internal sealed record HealthCheck(string Name, Func<HealthState> Look);
