using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Faults;

/// <summary>One fault of a script. Disposing of it takes it out of the script and lets go what it holds.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class Fault : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FaultScript _script;
    private readonly Random _chance;
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _hit = NewSignal();
    private int _skip;
    private int _left;

    internal Fault(FaultScript script, FaultMatch match, FaultEffect effect, int times)
    {
        _script = script;
        _chance = new Random(match.Seed);
        _skip = match.Skip;
        _left = times;
        Match = match;
        Effect = effect;
    }

    /// <summary>Which requests it hits.</summary>
    public FaultMatch Match { get; }

    /// <summary>What happens to them.</summary>
    public FaultEffect Effect { get; }

    /// <summary>How many requests it has hit.</summary>
    public int Fired { get; private set; }

    /// <summary>Whether it is over: disposed of.</summary>
    internal Task Released => _released.Task;

    /// <summary>Waits until it has hit that many requests.</summary>
    public async Task WaitForAsync(int requests, CancellationToken cancellation = default)
    {
        while (HitToWaitFor(requests) is { } hit)
        {
            await hit.WaitAsync(cancellation);
        }
    }

    /// <summary>Takes it out of the script; what it stalls or cuts off goes on.</summary>
    public void Dispose()
    {
        _script.Remove(this);
        _released.TrySetResult();
    }

    /// <summary>Whether it hits a request; if so that is counted.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="isLast">Whether it was the last one.</param>
    internal bool Takes(Exchange exchange, out bool isLast)
    {
        isLast = false;
        if (!Match.Means(exchange) || (Effect is WatchEffect && (exchange.Info.Verb != "watch" || exchange.WatchFault != null)))
        {
            return false;
        }

        lock (_lock)
        {
            if (_left == 0 || (_skip > 0 && _skip-- > 0) || (Match.Probability < 1 && _chance.NextDouble() >= Match.Probability))
            {
                return false;
            }

            isLast = --_left == 0;
            return true;
        }
    }

    /// <summary>Tells who waits that a request was hit.</summary>
    internal void Count()
    {
        TaskCompletionSource hit;
        lock (_lock)
        {
            Fired++;
            hit = _hit;
            _hit = NewSignal();
        }

        hit.SetResult();
    }

    private Task? HitToWaitFor(int requests)
    {
        lock (_lock)
        {
            return Fired < requests ? _hit.Task : null;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
