using Webhooks.Client.Caching;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Sources;

/// <summary>Tells keys for the objects of an informer.</summary>
internal sealed class InformerSource<T>(SharedInformer<T> informer, Func<T, IEnumerable<ObjectKey>> keysOf, SourceOptions<T> options) : IKeySource
    where T : class, IKubernetesObject<T>
{
    public string Name => informer.Name;

    public IKeySubscription Subscribe(IKeySink keys) =>
        new Subscription(informer.AddHandler(new KeyHandler<T>(keys, keysOf, options), options.Resync));

    private sealed class Subscription(HandlerRegistration registration) : IKeySubscription
    {
        public Task WhenSyncedAsync(CancellationToken cancellationToken) => registration.WhenSynced.WaitAsync(cancellationToken);

        public void Dispose() => registration.Dispose();
    }
}
