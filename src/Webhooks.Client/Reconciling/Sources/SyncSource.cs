using Webhooks.Client.Caching;

namespace Webhooks.Client.Reconciling.Sources;

/// <summary>Tells no keys, and is waited for.</summary>
internal sealed class SyncSource(Informer informer) : IKeySource
{
    public string Name => informer.Name;

    public IKeySubscription Subscribe(IKeySink keys) => new Subscription(informer);

    private sealed class Subscription(Informer informer) : IKeySubscription
    {
        public Task WhenSyncedAsync(CancellationToken cancellationToken) => informer.WhenSyncedAsync(cancellationToken);

        public void Dispose()
        {
            // It has told nobody anything.
        }
    }
}
