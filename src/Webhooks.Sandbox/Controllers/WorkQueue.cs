namespace Webhooks.Sandbox.Controllers;

/// <summary>Keys that are to be looked at: now, or at a time. A key that waits is there once, however often it was added.</summary>
/// <remarks>Not thread safe: its loop alone uses it. What fails is tried again after 5 ms, then each time after twice as long, up to 1,000 s.</remarks>
internal sealed class WorkQueue(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1000);

    private readonly Queue<string> _ready = new();
    private readonly HashSet<string> _isReady = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _later = new();
    private readonly Dictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);

    /// <summary>When the next key that waits for its time is due; <c>null</c> for none.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            while (_later.TryPeek(out string? key, out DateTimeOffset due))
            {
                if (_due.TryGetValue(key, out DateTimeOffset wanted) && wanted == due)
                {
                    return due;
                }

                _later.Dequeue();
            }

            return null;
        }
    }

    /// <summary>Adds a key for now.</summary>
    public void Add(string key)
    {
        _due.Remove(key);
        if (_isReady.Add(key))
        {
            _ready.Enqueue(key);
        }
    }

    /// <summary>Adds a key for a time; an earlier one stands.</summary>
    public void AddAt(string key, DateTimeOffset due)
    {
        if (due <= time.GetUtcNow())
        {
            Add(key);
        }
        else if (!_isReady.Contains(key) && (!_due.TryGetValue(key, out DateTimeOffset known) || due < known))
        {
            _due[key] = due;
            _later.Enqueue(key, due);
        }
    }

    /// <summary>Adds a key that failed for later: the more often it did, the later.</summary>
    public void Retry(string key)
    {
        int failures = _failures.GetValueOrDefault(key);
        _failures[key] = failures + 1;
        AddAt(key, time.GetUtcNow() + (failures < 18 ? TimeSpan.FromMilliseconds(5 << failures) : Longest));
    }

    /// <summary>Forgets that a key failed.</summary>
    public void Forget(string key) => _failures.Remove(key);

    /// <summary>Takes the next key that is due.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake(out string key)
    {
        while (Next is { } due && due <= time.GetUtcNow())
        {
            Add(_later.Dequeue());
        }

        if (!_ready.TryDequeue(out string? next))
        {
            key = "";
            return false;
        }

        _isReady.Remove(next);
        key = next;
        return true;
    }
}
