using Webhooks.Client.Discovery;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Access;

/// <summary>An API server's objects, by record or by resource, over whatever sends requests.</summary>
/// <remarks>Thread safe. It owns nothing: its transport lives as long as who made that lets it.</remarks>
/// <param name="transport">Sends the requests.</param>
public sealed class KubernetesClient(IApiTransport transport)
{
    /// <summary>Which resources the server has, by the names that people and manifests use. Asked for when first needed.</summary>
    public ResourceMapper Resources { get; } = new(transport);

    /// <summary>The objects of a resource that has a record.</summary>
    public ResourceClient<T> Of<T>()
        where T : class, IKubernetesObject<T> => new(transport);

    /// <summary>The objects of any resource, as documents.</summary>
    public DocumentClient Of(ResourceType resource) => new(transport, resource);

    /// <summary>Which Kubernetes the server is.</summary>
    public async Task<ServerVersion> GetVersionAsync(CancellationToken cancellationToken) =>
        ServerVersion.Read(await transport.AskAsync(RawRequests.Version, cancellationToken).ConfigureAwait(false));
}
