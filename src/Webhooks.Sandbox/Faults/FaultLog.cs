namespace Webhooks.Sandbox.Faults;

/// <summary>Which requests faults hit.</summary>
/// <remarks>Thread safe. The oldest go when there are more than 10,000.</remarks>
internal sealed class FaultLog
{
    private const int Most = 10_000;

    private readonly Lock _lock = new();
    private readonly Queue<FiredFault> _fired = new();

    /// <summary>Notes one.</summary>
    public void Add(FiredFault fired)
    {
        lock (_lock)
        {
            _fired.Enqueue(fired);
            if (_fired.Count > Most)
            {
                _fired.Dequeue();
            }
        }
    }

    /// <summary>All of this moment, oldest first.</summary>
    public IReadOnlyList<FiredFault> All()
    {
        lock (_lock)
        {
            return [.. _fired];
        }
    }
}
