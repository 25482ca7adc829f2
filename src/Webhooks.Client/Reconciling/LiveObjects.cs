using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Reconciling;

/// <summary>The objects of one resource as the server has them, not as a cache does.</summary>
internal sealed class LiveObjects<T>(IApiTransport transport)
    where T : class, IKubernetesObject<T>
{
    private readonly ResourceClient<T> _client = new(transport);

    /// <summary>An object; <c>null</c> when there is none of that key.</summary>
    public Task<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken) => _client.TryGetAsync(key, cancellationToken);

    /// <summary>The same object at its newest version; <c>null</c> when it is gone, also when another one has its name.</summary>
    public async Task<T?> FreshAsync(T item, CancellationToken cancellationToken) =>
        await FindAsync(ObjectKey.Of(item), cancellationToken) is { } fresh && fresh.Metadata.Uid == item.Metadata.Uid ? fresh : null;

    /// <summary>Makes an object.</summary>
    public Task<T> CreateAsync(string @namespace, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        _client.CreateAsync(@namespace, body, cancellationToken);

    /// <summary>Changes an object, or a part of it.</summary>
    public Task<T> PatchAsync(ObjectKey key, Patch patch, Subresource? part, CancellationToken cancellationToken) =>
        _client.PatchPartAsync(key, patch, part, cancellationToken);
}
