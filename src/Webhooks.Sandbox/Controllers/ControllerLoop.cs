using System.Threading.Channels;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers;

/// <summary>The one loop in which a server's controllers run. It sleeps until something changes or comes due.</summary>
/// <remarks>Thread safe. Disposing it ends the loop, waits for that, and throws what it failed with, if it did.</remarks>
internal sealed class ControllerLoop : IAsyncDisposable
{
    // What a timer can wait for at most is less than 50 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Cluster _cluster;
    private readonly ChannelReader<ResourceChange> _changes;
    private readonly IReadOnlyList<Controller> _controllers;
    private readonly LoopRest _rest;
    private Task _run = Task.CompletedTask;
    private Task<bool>? _more;
    private long _seen;

    /// <summary>A loop that is told of every write from now on; make it before anything is stored.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="verbs">Does what they ask for.</param>
    /// <param name="make">Makes the controllers.</param>
    public ControllerLoop(Cluster cluster, ApiVerbs verbs, Func<ObjectWrites, IEnumerable<Controller>> make)
    {
        _cluster = cluster;
        _controllers = [.. make(new ObjectWrites(verbs, _stop.Token))];
        _rest = new LoopRest(cluster.Store);
        _changes = cluster.Store.Subscribe();
        _seen = cluster.Store.Published;
    }

    /// <summary>Ends with the loop; its failure is the loop's.</summary>
    public Task Run => _run;

    /// <summary>Starts the loop; what is stored by now is what the cluster begins with.</summary>
    public void Start()
    {
        foreach (Controller controller in _controllers)
        {
            controller.Since = _cluster.Store.Revision;
        }

        _run = Task.Run(Loop);
    }

    /// <summary>Waits until all that was written has been dealt with; what waits for its time is left.</summary>
    public async Task AtRest(CancellationToken cancellation)
    {
        while (_rest.ToWaitFor() is { } rest)
        {
            Task ended = await Task.WhenAny(rest, _run).WaitAsync(cancellation);
            await ended;
            if (ended == _run)
            {
                return;
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _run;
        }
        finally
        {
            _stop.Dispose();
        }
    }

    private async Task Loop()
    {
        try
        {
            while (true)
            {
                Observe();
                if (!await Step())
                {
                    await Wait();
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Stopped.
        }
    }

    private void Observe()
    {
        _stop.Token.ThrowIfCancellationRequested();
        while (_changes.TryRead(out ResourceChange change))
        {
            foreach (Controller controller in _controllers)
            {
                controller.Observe(change);
            }

            _seen++;
        }
    }

    private async Task<bool> Step()
    {
        foreach (Controller controller in _controllers)
        {
            if (await controller.Step())
            {
                return true;
            }
        }

        return false;
    }

    private async Task Wait()
    {
        Task<bool> more = _more ??= _changes.WaitToReadAsync(_stop.Token).AsTask();
        using CancellationTokenSource timer = new();
        Task due = Due(timer.Token);
        // After the timer is set: who waits for rest may then let time pass.
        if (!more.IsCompleted)
        {
            _rest.Reach(_seen);
        }

        await Task.WhenAny(more, due);
        await timer.CancelAsync();
        if (more.IsCompleted)
        {
            await more;
            _more = null;
        }
    }

    private Task Due(CancellationToken cancellation)
    {
        DateTimeOffset? next = _controllers.Min(controller => controller.Next);
        if (next is not { } due)
        {
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }

        TimeSpan wait = due - _cluster.Time.GetUtcNow();
        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait < LongestWait ? wait : LongestWait, _cluster.Time, cancellation);
    }
}
