namespace Webhooks.Client.Reconciling;

/// <summary>What a controller is doing at one moment, for people who look.</summary>
/// <param name="Name">The controller's.</param>
/// <param name="Workers">How many keys it reconciles at once, at most.</param>
/// <param name="IsRunning">Whether its term is on.</param>
/// <param name="WaitsFor">The names of the sources that it waits for, one after the other, before it begins; those after the first may be there already.</param>
/// <param name="Running">The keys that workers have, those they have had longest first.</param>
/// <param name="QueueDepth">How many keys wait for a worker; those that are delayed do not count.</param>
public sealed record ControllerReadings(
    string Name, int Workers, bool IsRunning, IReadOnlyList<string> WaitsFor, IReadOnlyList<RunningKey> Running, int QueueDepth);
