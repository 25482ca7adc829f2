using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Discovery;

/// <summary>Finds resources by kind or name, and asks the server once more when it does not know one: it may be new.</summary>
/// <remarks>Thread safe. What is found is kept; questions that come together share one answer.</remarks>
public sealed class ResourceMapper
{
    private readonly IApiTransport _transport;
    private readonly Lock _lock = new();
    private ResourceMap? _map;
    private Task<ResourceMap>? _asking;

    internal ResourceMapper(IApiTransport transport)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _transport = transport;
    }

    /// <summary>The resource of a kind; <c>null</c> when the server has none, which was asked just now.</summary>
    public Task<ResourceType?> FindAsync(GroupVersionKind kind, CancellationToken cancellationToken) => FindAsync(map => map.Find(kind), cancellationToken);

    /// <summary>The resource that a name means; <c>null</c> when it means none, which was asked just now.</summary>
    /// <param name="name">A plural, singular, kind or short name, with its group or without.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ResourceType?> FindAsync(string name, CancellationToken cancellationToken) => FindAsync(map => map.Find(name), cancellationToken);

    /// <summary>All resources, as they were when the server was asked last.</summary>
    public async Task<ResourceMap> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _map) ?? await AskAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>All resources, as they are now.</summary>
    public Task<ResourceMap> AskAsync(CancellationToken cancellationToken)
    {
        Task<ResourceMap> asking;
        lock (_lock)
        {
            // Not ended by who waits: others may wait for it, too. The transport limits its time.
            asking = _asking ??= KeepAsync();
        }

        return asking.WaitAsync(cancellationToken);
    }

    private async Task<ResourceType?> FindAsync(Func<ResourceMap, ResourceType?> find, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _map) is { } known && find(known) is { } found)
        {
            return found;
        }

        return find(await AskAsync(cancellationToken).ConfigureAwait(false));
    }

    private async Task<ResourceMap> KeepAsync()
    {
        // Not within the lock of the one who asks.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            ResourceMap map = await ResourceDiscovery.AskAsync(_transport, CancellationToken.None).ConfigureAwait(false);
            Volatile.Write(ref _map, map);
            return map;
        }
        finally
        {
            lock (_lock)
            {
                _asking = null;
            }
        }
    }
}
