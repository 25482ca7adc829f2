using System.Threading.Channels;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>A reconciler whose calls a test takes, one after the other, and answers.</summary>
internal sealed class ScriptedReconciler : IReconciler
{
    private readonly Channel<ReconcileCall> _calls = Channel.CreateUnbounded<ReconcileCall>();
    private int _count;

    /// <summary>How often it was called.</summary>
    public int Count => Volatile.Read(ref _count);

    public Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        ReconcileCall call = new(key, cancellationToken);
        _calls.Writer.TryWrite(call);
        return call.Answered;
    }

    /// <summary>The next call, which waits for its answer.</summary>
    public Task<ReconcileCall> NextAsync() => _calls.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
}
