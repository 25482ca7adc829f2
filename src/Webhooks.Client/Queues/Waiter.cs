using System.Threading.Tasks.Sources;

namespace Webhooks.Client.Queues;

/// <summary>A worker that waits for a key. Its list decides, under the queue's lock, who answers it: an addition, an end or its cancellation.</summary>
/// <remarks>It is used again once its worker has read the answer; <see cref="WaiterList{TKey}"/> keeps it until then.</remarks>
internal sealed class Waiter<TKey>(Action<Waiter<TKey>, CancellationToken> cancel, Action<Waiter<TKey>> giveBack) : IValueTaskSource<NextKey<TKey>>
    where TKey : notnull, IEquatable<TKey>
{
    private readonly Action<Waiter<TKey>, CancellationToken> _cancel = cancel;

    // Else a worker would run inside the call that added its key.
    private ManualResetValueTaskSourceCore<NextKey<TKey>> _source = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _registration;

    public bool IsListed { get; set; }

    /// <summary>Its neighbours in the list; the next one also among those to answer, or kept for reuse.</summary>
    public Waiter<TKey>? Previous { get; set; }

    public Waiter<TKey>? Next { get; set; }

    /// <summary>What it is to be answered once the lock is released.</summary>
    public NextKey<TKey> Answer { get; set; }

    /// <summary>What its worker awaits. Called outside the lock: a token that is cancelled by now calls back at once.</summary>
    public ValueTask<NextKey<TKey>> Wait(CancellationToken cancellationToken)
    {
        _registration = cancellationToken.UnsafeRegister(
            static (state, token) =>
            {
                Waiter<TKey> waiter = (Waiter<TKey>)state!;
                waiter._cancel(waiter, token);
            },
            this);
        return new ValueTask<NextKey<TKey>>(this, _source.Version);
    }

    public void SetAnswer()
    {
        NextKey<TKey> answer = Answer;
        Answer = default;
        _source.SetResult(answer);
    }

    public void SetCancelled(CancellationToken token) => _source.SetException(new OperationCanceledException(token));

    ValueTaskSourceStatus IValueTaskSource<NextKey<TKey>>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<NextKey<TKey>>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    NextKey<TKey> IValueTaskSource<NextKey<TKey>>.GetResult(short token)
    {
        if (_source.GetStatus(token) == ValueTaskSourceStatus.Pending)
        {
            throw new InvalidOperationException("The queue has not answered yet; await its answer.");
        }

        // Waits for a cancellation that is under way: it must not meet the next use.
        _registration.Dispose();
        _registration = default;
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            _source.Reset();
            giveBack(this);
        }
    }
}
