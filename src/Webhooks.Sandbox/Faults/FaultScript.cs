using System.Collections.Concurrent;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Faults;

/// <summary>What goes wrong at a server, as a test wants it.</summary>
/// <remarks>
/// Thread safe. Faults act in the order in which they were added, when it is known who asks and before it is asked whether
/// he may; a request may be hit by several. A fault ends when its number is used up, or when it is disposed of. Without
/// faults nothing costs anything.
/// </remarks>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Store _store;
    private readonly FaultLog _fired = new();
    private readonly ConcurrentDictionary<Exchange, byte> _watches = new();
    private volatile Fault[] _faults = [];

    internal FaultScript(TimeProvider time, Store store)
    {
        _time = time;
        _store = store;
    }

    /// <summary>Which requests were hit, oldest first; the latest 10,000.</summary>
    public IReadOnlyList<FiredFault> Fired => _fired.All();

    /// <summary>Adds a fault.</summary>
    /// <param name="match">Which requests it hits.</param>
    /// <param name="effect">What happens to them.</param>
    /// <param name="times">How many it hits; the default is all until it is disposed of.</param>
    public Fault Add(FaultMatch match, FaultEffect effect, int times = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        Fault fault = new(this, match, effect, times);
        lock (_lock)
        {
            _faults = [.. _faults, fault];
        }

        if (effect is FaultEffect.Partition { Refuses: true })
        {
            foreach (Exchange watch in _watches.Keys.Where(match.Means))
            {
                watch.Cut();
            }
        }

        return fault;
    }

    /// <summary>
    /// Holds the watch cache of a resource where it is, until the answer is disposed of: watches, and reads that name a
    /// version without asking for exactly that one, show nothing newer. Other reads go on.
    /// </summary>
    /// <param name="resource">The resource's plural name.</param>
    /// <param name="group">Its group; empty for the core group.</param>
    public IDisposable HoldCache(string resource, string group = "")
    {
        GroupResource held = new(group, resource);
        _store.HoldCache(held);
        return new HeldCache(_store, held);
    }

    /// <summary>Disposes of all faults.</summary>
    public void Clear() => Array.ForEach(_faults, fault => fault.Dispose());

    internal void Remove(Fault fault)
    {
        lock (_lock)
        {
            _faults = [.. _faults.Where(other => other != fault)];
        }
    }

    /// <summary>Lets faults act on a request before it is executed.</summary>
    /// <exception cref="ConnectionCut">Its connection is cut.</exception>
    /// <exception cref="StatusException">That is its answer.</exception>
    internal ValueTask Enter(Exchange exchange) => _faults.Length == 0 ? default : Act(exchange);

    /// <summary>Lets faults act on a request when its answer is ready, and on a watch each time before it sends something.</summary>
    /// <exception cref="ConnectionCut">Its connection is cut.</exception>
    internal ValueTask Pass(Exchange exchange) => _faults.Length == 0 && exchange.Afterwards.IsEmpty ? default : FaultStrike.Afterwards(exchange, _faults);

    /// <summary>Knows a watch as long as it runs, for partitions.</summary>
    internal void Enlist(Exchange watch) => _watches.TryAdd(watch, 0);

    /// <summary>Forgets a watch.</summary>
    internal void Delist(Exchange watch) => _watches.TryRemove(watch, out _);

    private async ValueTask Act(Exchange exchange)
    {
        foreach (Fault fault in _faults)
        {
            if (!fault.Takes(exchange, out bool isLast))
            {
                continue;
            }

            if (isLast)
            {
                Remove(fault);
            }

            _fired.Add(new FiredFault(_time.GetUtcNow(), fault, exchange.User, exchange.Info.Verb, exchange.Info.Path));
            fault.Count();
            await FaultStrike.Before(fault, exchange, _time);
        }
    }
}
