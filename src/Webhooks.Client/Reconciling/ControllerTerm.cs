using Webhooks.Client.Objects;
using Webhooks.Client.Queues;

namespace Webhooks.Client.Reconciling;

/// <summary>One term of a controller: its queue, and its subscriptions. Disposing of it ends both.</summary>
internal sealed class ControllerTerm(string controller, TimeProvider time) : IKeySink, IDisposable
{
    // As controller-runtime has it: what was there before comes after what happens.
    private const int BacklogPriority = -100;

    private readonly List<(string Name, IKeySubscription Subscription)> _subscriptions = [];

    // Replaced as a whole, so that who looks needs no lock.
    private volatile IReadOnlyList<string> _waitsFor = [];

    public WorkQueue<ObjectKey> Queue { get; } = new(controller, time);

    /// <summary>The names of the sources that have not synced.</summary>
    public IReadOnlyList<string> WaitsFor => _waitsFor;

    public void Add(ObjectKey key, bool isBacklog) => Queue.Add(key, isBacklog ? BacklogPriority : 0);

    /// <summary>Subscribes to sources, whose keys fill the queue from now on.</summary>
    public void Subscribe(IEnumerable<IKeySource> sources)
    {
        foreach (IKeySource source in sources)
        {
            _subscriptions.Add((source.Name, source.Subscribe(this)));
        }

        _waitsFor = [.. _subscriptions.Select(subscription => subscription.Name)];
    }

    /// <summary>Ends when all sources have synced.</summary>
    public async Task WhenSyncedAsync(CancellationToken cancellationToken)
    {
        foreach ((string _, IKeySubscription subscription) in _subscriptions)
        {
            await subscription.WhenSyncedAsync(cancellationToken);
            _waitsFor = [.. _waitsFor.Skip(1)];
        }
    }

    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Subscription.Dispose());
        Queue.Dispose();
    }
}
