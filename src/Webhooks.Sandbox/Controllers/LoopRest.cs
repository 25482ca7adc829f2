using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Controllers;

/// <summary>How far a loop has dealt with what was written, for those who wait until it has.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class LoopRest(Store store)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = NewSignal();
    private long _reached;

    /// <summary>Says that the loop has nothing more to do.</summary>
    /// <param name="seen">How many writes it has seen.</param>
    public void Reach(long seen)
    {
        TaskCompletionSource rest;
        lock (_lock)
        {
            _reached = seen;
            rest = _next;
            _next = NewSignal();
        }

        rest.SetResult();
    }

    /// <summary>Ends when the loop comes to rest the next time; <c>null</c> when all that was written by now is dealt with.</summary>
    public Task? ToWaitFor()
    {
        lock (_lock)
        {
            return _reached < store.Published ? _next.Task : null;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
