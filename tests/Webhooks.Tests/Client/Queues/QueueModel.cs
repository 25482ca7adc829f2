namespace Webhooks.Tests.Client.Queues;

/// <summary>What a work queue does, in lists that are searched from end to end. Times are in milliseconds since the start.</summary>
internal sealed class QueueModel
{
    // In the order in which they became ready; of those that are delayed, in which they were added.
    private readonly List<(int Key, int Priority)> _ready = [];
    private readonly List<(int Key, int Priority, long Due)> _delayed = [];
    private readonly Dictionary<int, int> _dirty = [];
    private readonly Dictionary<int, int> _failures = [];
    private readonly List<int> _waiting = [];
    private bool _isShutDown;

    public long Now { get; private set; }

    public int Len => _ready.Count;

    public List<int> Processing { get; } = [];

    /// <summary>What each get, by its number, was answered; a get that waits is not there.</summary>
    public Dictionary<int, QueueModelAnswer> Answers { get; } = [];

    /// <summary>Whether who waits for the drain is released; <c>null</c>: nobody waits.</summary>
    public bool? IsDrained { get; private set; }

    public int NumRequeues(int key) => _failures.GetValueOrDefault(key);

    public void Add(int key, int priority)
    {
        if (_isShutDown)
        {
            return;
        }

        if (_delayed.FindIndex(item => item.Key == key) is >= 0 and int delayed)
        {
            priority = Math.Max(priority, _delayed[delayed].Priority);
            _delayed.RemoveAt(delayed);
        }

        if (_ready.FindIndex(item => item.Key == key) is >= 0 and int ready)
        {
            _ready[ready] = (key, Math.Max(priority, _ready[ready].Priority));
        }
        else if (Processing.Contains(key))
        {
            _dirty[key] = Math.Max(priority, _dirty.GetValueOrDefault(key, int.MinValue));
        }
        else
        {
            _ready.Add((key, priority));
        }

        HandOut();
    }

    public void AddAfter(int key, long delay, int priority)
    {
        if (_isShutDown)
        {
            return;
        }

        if (delay <= 0 || _ready.Exists(item => item.Key == key) || _dirty.ContainsKey(key))
        {
            Add(key, priority);
        }
        else if (_delayed.FindIndex(item => item.Key == key) is >= 0 and int index)
        {
            _delayed[index] = (key, Math.Max(priority, _delayed[index].Priority), Math.Min(Now + delay, _delayed[index].Due));
        }
        else
        {
            _delayed.Add((key, priority, Now + delay));
        }
    }

    /// <summary>Only for histories of no more than a hundred failures: it has no bucket.</summary>
    public void AddRateLimited(int key)
    {
        if (!_isShutDown)
        {
            _failures[key] = NumRequeues(key) + 1;
            AddAfter(key, (long)Math.Min(5 * Math.Pow(2, NumRequeues(key) - 1), 1_000_000), 0);
        }
    }

    public void Forget(int key) => _failures.Remove(key);

    public void Get(int number)
    {
        _waiting.Add(number);
        HandOut();
    }

    public void Cancel(int number)
    {
        if (_waiting.Remove(number))
        {
            Answers.Add(number, QueueModelAnswer.Cancelled);
        }
    }

    public void Done(int key)
    {
        Processing.Remove(key);
        if (_dirty.Remove(key, out int priority))
        {
            _ready.Add((key, priority));
        }

        HandOut();
    }

    public void Advance(long milliseconds)
    {
        long end = Now + milliseconds;
        while (_delayed.Count > 0 && _delayed.Min(item => item.Due) is long due && due <= end)
        {
            Now = due;
            int index = _delayed.FindIndex(item => item.Due == due);
            (int key, int priority, _) = _delayed[index];
            _delayed.RemoveAt(index);
            bool isLast = !_delayed.Exists(item => item.Due == due);
            _ = Processing.Contains(key) ? _dirty[key] = priority : Ready(key, priority);

            // Who waits chooses among all that come due at once.
            if (isLast)
            {
                HandOut();
            }
        }

        Now = end;
    }

    public void ShutDown(bool drains)
    {
        _isShutDown = true;
        if (drains)
        {
            // Each drain is waited for by itself: one that was released says nothing of the next.
            IsDrained = false;
        }
        else if (IsDrained != null)
        {
            IsDrained = true;
        }

        _delayed.Clear();
        HandOut();
    }

    private int Ready(int key, int priority)
    {
        _ready.Add((key, priority));
        return priority;
    }

    private void HandOut()
    {
        while (_waiting.Count > 0 && (_ready.Count > 0 || _isShutDown))
        {
            int? key = null;
            if (_ready.Count > 0)
            {
                (int Key, int Priority) next = _ready.MaxBy(item => item.Priority);
                _ready.Remove(next);
                Processing.Add(next.Key);
                key = next.Key;
            }

            Answers.Add(_waiting[0], new QueueModelAnswer(key));
            _waiting.RemoveAt(0);
        }

        if (IsDrained == false && _ready.Count == 0 && Processing.Count == 0)
        {
            IsDrained = true;
        }
    }
}
