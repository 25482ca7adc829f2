using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling;

/// <summary>The keys that workers have, and since when. Thread safe.</summary>
internal sealed class RunningKeys(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, long> _started = [];

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _started.Count;
            }
        }
    }

    /// <summary>A worker takes a key.</summary>
    public void Add(ObjectKey key)
    {
        lock (_lock)
        {
            _started.Add(key, time.GetTimestamp());
        }
    }

    /// <summary>A worker is done with a key.</summary>
    /// <returns>How long it had it.</returns>
    public TimeSpan Remove(ObjectKey key)
    {
        lock (_lock)
        {
            _started.Remove(key, out long started);
            return time.GetElapsedTime(started);
        }
    }

    /// <summary>What workers have now, longest first.</summary>
    public IReadOnlyList<RunningKey> Read()
    {
        lock (_lock)
        {
            return [.. _started.Select(running => new RunningKey(running.Key, time.GetElapsedTime(running.Value))).OrderByDescending(running => running.For)];
        }
    }
}
