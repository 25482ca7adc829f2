using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>A source that knows some keys, and syncs when a test says so.</summary>
internal sealed class ScriptedSource(string name, params IReadOnlyList<ObjectKey> known) : IKeySource
{
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    /// <summary>Who is told now; <c>null</c>: nobody.</summary>
    public IKeySink? Keys { get; private set; }

    /// <summary>How often somebody subscribed.</summary>
    public int Subscriptions { get; private set; }

    public IKeySubscription Subscribe(IKeySink keys)
    {
        Subscriptions++;
        Keys = keys;
        foreach (ObjectKey key in known)
        {
            keys.Add(key, isBacklog: true);
        }

        return new Subscription(this);
    }

    /// <summary>Tells a change.</summary>
    public void Tell(ObjectKey key) => Keys!.Add(key);

    public ScriptedSource Sync()
    {
        _synced.SetResult();
        return this;
    }

    public void Break(Exception failure) => _synced.SetException(failure);

    private sealed class Subscription(ScriptedSource source) : IKeySubscription
    {
        public Task WhenSyncedAsync(CancellationToken cancellationToken) => source._synced.Task.WaitAsync(cancellationToken);

        public void Dispose() => source.Keys = null;
    }
}
