using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Reconciling;

/// <summary>The objects of one resource as the server has them, not as a cache does.</summary>
internal sealed class LiveObjects<T>(IApiTransport transport)
    where T : class, IKubernetesObject<T>
{
    private static readonly ResourceRequests Requests = ResourceRequests.For<T>();

    /// <summary>An object; <c>null</c> when there is none of that key.</summary>
    public async Task<T?> FindAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(Requests.Get(key), cancellationToken);
        }
        catch (KubernetesApiException refusal) when (refusal.Reason == StatusReason.NotFound)
        {
            return null;
        }
    }

    /// <summary>The same object at its newest version; <c>null</c> when it is gone, also when another one has its name.</summary>
    public async Task<T?> FreshAsync(T item, CancellationToken cancellationToken) =>
        await FindAsync(ObjectKey.Of(item), cancellationToken) is { } fresh && fresh.Metadata.Uid == item.Metadata.Uid ? fresh : null;

    /// <summary>Makes an object.</summary>
    public Task<T> CreateAsync(string @namespace, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        AskAsync(Requests.Create(@namespace, body), cancellationToken);

    /// <summary>Changes an object, or a part of it.</summary>
    public Task<T> PatchAsync(ObjectKey key, Patch patch, Subresource? part, CancellationToken cancellationToken) =>
        AskAsync(Requests.Patch(key, patch, subresource: part), cancellationToken);

    private async Task<T> AskAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using ApiResponse response = await transport.SendAsync(request, cancellationToken);
        return await JsonSerializer.DeserializeAsync(response.Body, T.Json, cancellationToken)
            ?? throw new JsonException($"the answer to {request} is no object");
    }
}
