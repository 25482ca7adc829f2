namespace Webhooks.Client.Queues;

/// <summary>
/// Keys that wait to be worked on, each in one worker's hands at a time: with priorities, delays, and waits after failures.
/// </summary>
/// <remarks>
/// <para>
/// A worker is a loop: it awaits <see cref="GetAsync"/>, works, calls <see cref="Forget"/> after success or
/// <see cref="AddRateLimited"/> after failure, and in any case <see cref="Done"/>. A key that is added while it waits is there
/// once; one that is added while it is worked on is handed out once more after <see cref="Done"/>.
/// </para>
/// <para>
/// Ready keys leave by priority, higher ones first; among equals, in the order in which they became ready. A key that waits
/// takes the highest priority with which it is added, and the earliest time.
/// </para>
/// <para>
/// Thread safe. Each operation is O(log n), and allocates nothing once the queue has held as many keys (up to 1,024), and
/// has had as many workers wait. Its meter is <c>Webhooks.Client.Queues</c>, its instruments have client-go's names
/// (<c>workqueue_depth</c> and so on) and the tag <c>name</c>; durations are measured only while somebody listens.
/// </para>
/// </remarks>
/// <typeparam name="TKey">What names a piece of work; immutable.</typeparam>
public sealed class WorkQueue<TKey> : IWorkQueueReadings, IDisposable
    where TKey : notnull, IEquatable<TKey>
{
    private readonly Lock _lock = new();
    private readonly Backlog<TKey> _backlog = new();
    private readonly RateLimiter<TKey> _rateLimiter = new();
    private readonly WaiterList<TKey> _waiters;
    private readonly DueTimer _timer;
    private readonly WorkQueueMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly long _start;

    private bool _isShutDown;
    private long _retries;
    private TaskCompletionSource? _drained;

    /// <summary>A queue without keys.</summary>
    /// <param name="name">What metrics call it.</param>
    /// <param name="time">The clock of delays, waits and metrics. The system's delays may take a millisecond more, never less.</param>
    public WorkQueue(string name, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _start = time.GetTimestamp();
        _waiters = new WaiterList<TKey>(() => new Waiter<TKey>(Cancel, GiveBack));
        _timer = new DueTimer(time, ReleaseDue);
        _metrics = new WorkQueueMetrics(name, this);
    }

    /// <summary>How many keys are ready and not taken: neither those that are delayed nor those that workers have.</summary>
    public int Len => Read(static queue => queue._backlog.Ready);

    long IWorkQueueReadings.Adds => Read(static queue => queue._backlog.Adds);

    long IWorkQueueReadings.Retries => Read(static queue => queue._retries);

    TimeSpan IWorkQueueReadings.Unfinished => Read(static queue => TimeSpan.FromTicks(queue._backlog.Processing.Unfinished(queue.Now)));

    TimeSpan IWorkQueueReadings.LongestRunning => Read(static queue => TimeSpan.FromTicks(queue._backlog.Processing.Longest(queue.Now)));

    // In ticks of 100 ns, since the queue is there: a clock that is set does not move it.
    private long Now => _time.GetElapsedTime(_start).Ticks;

    private bool IsDrained => _backlog.Ready == 0 && _backlog.Processing.Count == 0;

    /// <summary>Makes a key ready, now or, while a worker has it, once that is done. Ends its delay. Ignored after the shutdown.</summary>
    /// <param name="key">The key to be worked on.</param>
    /// <param name="priority">Any number; 0 is usual. It moves a waiting key up, never down.</param>
    public void Add(TKey key, int priority = 0)
    {
        Waiter<TKey>? answered = null;
        lock (_lock)
        {
            if (!_isShutDown)
            {
                _backlog.Add(key, priority, _metrics.TimesWaiting ? Now : null);
                answered = HandOut();
            }
        }

        Answer(answered);
    }

    /// <summary>Makes a key ready after a time, unless it is earlier for other reasons. Ignored after the shutdown.</summary>
    /// <param name="key">The key to be worked on.</param>
    /// <param name="delay">Zero or less: at once.</param>
    /// <param name="priority">Any number; 0 is usual. It moves a waiting key up, never down.</param>
    public void AddAfter(TKey key, TimeSpan delay, int priority = 0)
    {
        if (delay <= TimeSpan.Zero)
        {
            Add(key, priority);
            return;
        }

        lock (_lock)
        {
            if (!_isShutDown)
            {
                AddDelayed(key, delay, priority, Now);
            }
        }
    }

    /// <summary>
    /// Makes a key that failed ready after a wait: 5 ms after its first failure, twice as long after each further one, 1,000 s
    /// at most; longer if all keys together fail more than 100 times at once and then 10 times a second. Ignored after the shutdown.
    /// </summary>
    /// <param name="key">The key to be worked on again.</param>
    /// <param name="priority">Any number; 0 is usual. It moves a waiting key up, never down.</param>
    public void AddRateLimited(TKey key, int priority = 0)
    {
        lock (_lock)
        {
            if (!_isShutDown)
            {
                long now = Now;
                AddDelayed(key, _rateLimiter.When(key, now), priority, now);
            }
        }
    }

    /// <summary>Forgets a key's failures: the next one waits 5 ms again. What it waits for already stays.</summary>
    /// <param name="key">The key that succeeded, or that is of no interest any more: until then the queue remembers it.</param>
    public void Forget(TKey key)
    {
        lock (_lock)
        {
            _rateLimiter.Forget(key);
        }
    }

    /// <summary>How often a key was added by <see cref="AddRateLimited"/> since it was last forgotten.</summary>
    /// <param name="key">The key that failed, or did not.</param>
    /// <returns>0 for one that did not.</returns>
    public int NumRequeues(TKey key)
    {
        lock (_lock)
        {
            return _rateLimiter.Failures(key);
        }
    }

    /// <summary>Takes the next key, and waits for it. Those who wait are served in turn.</summary>
    /// <param name="cancellationToken">Ends the wait. A key that was handed out before is still returned, so that none is lost.</param>
    /// <returns>A key to call <see cref="Done"/> for; no key once the queue is shut down and empty. Await it, once: the key is taken.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled, and no key was taken.</exception>
    public ValueTask<NextKey<TKey>> GetAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<NextKey<TKey>>(cancellationToken);
        }

        NextKey<TKey> next;
        Waiter<TKey>? waiter = null;
        lock (_lock)
        {
            if (!_backlog.TryTake(Now, out next) && !_isShutDown)
            {
                waiter = _waiters.Add();
            }
        }

        if (waiter != null)
        {
            return waiter.Wait(cancellationToken);
        }

        _metrics.Queued(next.Waited);
        return ValueTask.FromResult(next);
    }

    /// <summary>Gives a key back after work, whatever came of it. If it was added meanwhile, it is ready again.</summary>
    /// <param name="key">A key that <see cref="GetAsync"/> returned.</param>
    /// <exception cref="InvalidOperationException">No worker has this key.</exception>
    public void Done(TKey key)
    {
        Waiter<TKey>? answered;
        long? worked;
        lock (_lock)
        {
            long started = _backlog.Done(key) ?? throw new InvalidOperationException($"No worker has {key}: call Done once for each key that GetAsync returned.");
            worked = _metrics.TimesWork ? Now - started : null;
            answered = HandOut();
            if (IsDrained)
            {
                _drained?.TrySetResult();
            }
        }

        Answer(answered);
        _metrics.Worked(worked);
    }

    /// <summary>
    /// Takes no more keys, and forgets those that are delayed. Those that are ready are still handed out, and those that workers
    /// have if they are dirty; then workers get no more. Called again, it releases who waits for <see cref="ShutDownWithDrainAsync"/>.
    /// </summary>
    public void ShutDown()
    {
        Waiter<TKey>? answered;
        lock (_lock)
        {
            answered = End();
            _drained?.TrySetResult();
        }

        Answer(answered);
    }

    /// <summary>Shuts down as <see cref="ShutDown"/> does, and waits until no key is ready and no worker has one.</summary>
    /// <returns>Ends after the last <see cref="Done"/>, or with a <see cref="ShutDown"/> that follows. Without workers it does not end by itself.</returns>
    public Task ShutDownWithDrainAsync()
    {
        Waiter<TKey>? answered;
        Task drained;
        lock (_lock)
        {
            answered = End();
            if (_drained?.Task.IsCompleted != false)
            {
                _drained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            if (IsDrained)
            {
                _drained.TrySetResult();
            }

            drained = _drained.Task;
        }

        Answer(answered);
        return drained;
    }

    /// <summary>Shuts down as <see cref="ShutDown"/> does, and ends the metrics.</summary>
    public void Dispose()
    {
        ShutDown();
        _metrics.Dispose();
    }

    private T Read<T>(Func<WorkQueue<TKey>, T> reading)
    {
        lock (_lock)
        {
            return reading(this);
        }
    }

    private void AddDelayed(TKey key, TimeSpan delay, int priority, long now)
    {
        _retries++;
        _backlog.AddDelayed(key, priority, delay.Ticks > long.MaxValue - now ? long.MaxValue : now + delay.Ticks);
        _timer.Set(_backlog.NextDue, now);
    }

    private void ReleaseDue()
    {
        Waiter<TKey>? answered;
        lock (_lock)
        {
            if (_isShutDown)
            {
                return;
            }

            long now = Now;
            _timer.Rang();
            _backlog.ReleaseDue(now);
            _timer.Set(_backlog.NextDue, now);
            answered = HandOut();
        }

        Answer(answered);
    }

    // Whoever makes a key ready calls this under the lock, and Answer outside.
    private Waiter<TKey>? HandOut() => _waiters.IsEmpty ? null : _waiters.HandOut(_backlog, Now);

    private void Answer(Waiter<TKey>? waiter)
    {
        while (waiter != null)
        {
            // Once answered, a waiter may be in use again.
            Waiter<TKey> answered = waiter;
            long? waited = waiter.Answer.Waited;
            (waiter, answered.Next) = (answered.Next, null);
            answered.SetAnswer();
            _metrics.Queued(waited);
        }
    }

    private Waiter<TKey>? End()
    {
        if (!_isShutDown)
        {
            _isShutDown = true;
            _backlog.DropDelayed();
            _timer.Dispose();
        }

        // Nothing is ready where somebody waits: they get no key.
        return _waiters.TakeAll();
    }

    private void Cancel(Waiter<TKey> waiter, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!waiter.IsListed)
            {
                return;
            }

            _waiters.Remove(waiter);
        }

        waiter.SetCancelled(cancellationToken);
    }

    private void GiveBack(Waiter<TKey> waiter)
    {
        lock (_lock)
        {
            _waiters.GiveBack(waiter);
        }
    }
}
