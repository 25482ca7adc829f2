namespace Webhooks.Client.Pipeline;

/// <summary>Gives out tokens: as many at once as it holds, then at its rate, to those who wait in the order in which they came.</summary>
/// <remarks>
/// Thread safe. Who waits has no token yet: one who gives up leaves it to the next. Counted in whole ticks, so that no token
/// is lost or won by rounding.
/// </remarks>
internal sealed class TokenBucket
{
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _start;
    private readonly long _interval;
    private readonly long _slack;
    private readonly LinkedList<TaskCompletionSource> _waiting = [];

    // When it will be full, in ticks since the start.
    private long _full;

    /// <param name="perSecond">How many tokens a second there are; above 0.</param>
    /// <param name="burst">How many it holds; at least 1.</param>
    /// <param name="time">The clock.</param>
    public TokenBucket(double perSecond, int burst, TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
        _interval = Math.Max(1, (long)(TimeSpan.TicksPerSecond / perSecond));
        _slack = (burst - 1) * _interval;
        _timer = time.CreateTimer(static bucket => ((TokenBucket)bucket!).GiveOut(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes a token, when there is one.</summary>
    public ValueTask TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> place;
        lock (_waiting)
        {
            if (_waiting.Count == 0 && TryTake())
            {
                return ValueTask.CompletedTask;
            }

            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_waiting.Count == 1)
            {
                SetTimer();
            }
        }

        return new ValueTask(WaitAsync(place, cancellationToken));
    }

    /// <summary>Puts a token back that was not used.</summary>
    public void Return()
    {
        lock (_waiting)
        {
            _full -= _interval;
        }

        GiveOut();
    }

    private async Task WaitAsync(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                lock (_waiting)
                {
                    // One who is no longer there has just got a token.
                    if (place.List is not null)
                    {
                        _waiting.Remove(place);
                        place.Value.SetCanceled(token);
                    }
                }
            },
            state: null);
        await place.Value.Task.ConfigureAwait(false);
    }

    private void GiveOut()
    {
        lock (_waiting)
        {
            while (_waiting.First is { } first && TryTake())
            {
                _waiting.RemoveFirst();
                first.Value.SetResult();
            }

            if (_waiting.Count > 0)
            {
                SetTimer();
            }
        }
    }

    private bool TryTake()
    {
        long now = Now();
        if (_full - now > _slack)
        {
            return false;
        }

        _full = Math.Max(_full, now) + _interval;
        return true;
    }

    // The system's timers count whole milliseconds, and would ring before a part of one is over.
    private void SetTimer() => _timer.Change(
        TimeSpan.FromMilliseconds(Math.Ceiling(TimeSpan.FromTicks(Math.Max(0, _full - _slack - Now())).TotalMilliseconds)), Timeout.InfiniteTimeSpan);

    private long Now() => _time.GetElapsedTime(_start).Ticks;
}
