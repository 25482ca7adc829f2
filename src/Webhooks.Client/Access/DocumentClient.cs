using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Access;

/// <summary>The objects of any resource, whole, as the documents that they are.</summary>
public sealed class DocumentClient : ObjectClient<KubernetesDocument>
{
    internal DocumentClient(IApiTransport transport, ResourceType resource)
        : base(transport, new ResourceRequests(resource))
    {
    }

    /// <summary>Makes an object, in the namespace that its metadata say.</summary>
    /// <returns>The object with what the server adds.</returns>
    public Task<KubernetesDocument> CreateAsync(KubernetesDocument item, WriteOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return AskAsync(Requests.Create(item.Metadata.Namespace, item.Json, options), cancellationToken);
    }

    /// <summary>Puts an object in the place of what has its name.</summary>
    /// <param name="item">The object as it was read, with changes. By its version another's change in between is a conflict, 409, and is not lost.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">It has no version: it was not read from a server.</exception>
    public Task<KubernetesDocument> ReplaceAsync(KubernetesDocument item, WriteOptions? options, CancellationToken cancellationToken) =>
        ReplaceAsync(item, options, subresource: null, cancellationToken);

    /// <summary>Puts what is observed of an object in the place of what was; the rest of it is passed over.</summary>
    /// <param name="item">The object as it was read, with changes.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">It has no version: it was not read from a server.</exception>
    public Task<KubernetesDocument> ReplaceStatusAsync(KubernetesDocument item, WriteOptions? options, CancellationToken cancellationToken) =>
        ReplaceAsync(item, options, Subresource.Status, cancellationToken);

    /// <summary>A part of an object that has a kind of its own, such as its <c>Scale</c>.</summary>
    public Task<KubernetesDocument> GetAsync(ObjectKey key, Subresource subresource, CancellationToken cancellationToken) =>
        AskAsync(Requests.Get(key, subresource), cancellationToken);

    /// <summary>Changes a part of an object that has a kind of its own.</summary>
    public Task<KubernetesDocument> PatchAsync(
        ObjectKey key, Subresource subresource, Patch patch, PatchOptions? options, CancellationToken cancellationToken) =>
        AskAsync(Requests.Patch(key, patch, options, subresource), cancellationToken);

    /// <summary>Acts on an object: an eviction, a token, a binding.</summary>
    /// <returns>What the action answers, which for a token is secret.</returns>
    public Task<KubernetesDocument> ActAsync(
        ObjectKey key, Subresource subresource, ReadOnlyMemory<byte> body, WriteOptions? options, CancellationToken cancellationToken) =>
        AskAsync(Requests.Create(key, subresource, body, options), cancellationToken);

    private protected override KubernetesDocument Read(ReadOnlyMemory<byte> json) => KubernetesDocument.Parse(json);

    private protected override ObjectList<KubernetesDocument> ReadList(ReadOnlyMemory<byte> json) => DocumentListReader.Read(json);

    private Task<KubernetesDocument> ReplaceAsync(
        KubernetesDocument item, WriteOptions? options, Subresource? subresource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Metadata.ResourceVersion.Length > 0
            ? AskAsync(Requests.Replace(ObjectKey.Of(item), item.Json, options, subresource), cancellationToken)
            : throw new ArgumentException($"{item} has no resourceVersion, so that a change of somebody else would be lost: read it first", nameof(item));
    }
}
