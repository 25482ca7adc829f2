using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Access;

/// <summary>The objects of a resource that has a record.</summary>
/// <remarks>A record has less than its object: it can make one, but changes one only by a patch that names what changes.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class ResourceClient<T> : ObjectClient<T>
    where T : class, IKubernetesObject<T>
{
    internal ResourceClient(IApiTransport transport)
        : base(transport, ResourceRequests.For<T>())
    {
    }

    /// <summary>Makes an object, in the namespace that its metadata say.</summary>
    /// <returns>The object with what the server adds: a name where it was to choose one, uid, version, defaults.</returns>
    public Task<T> CreateAsync(T item, WriteOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        return AskAsync(Requests.Create(item.Metadata.Namespace, ObjectWriting.Write(item), options), cancellationToken);
    }

    /// <summary>Makes an object of a whole document, which may have what the record has not.</summary>
    internal Task<T> CreateAsync(string @namespace, ReadOnlyMemory<byte> document, CancellationToken cancellationToken) =>
        AskAsync(Requests.Create(@namespace, document), cancellationToken);

    /// <summary>Changes an object, or a part of it.</summary>
    internal Task<T> PatchPartAsync(ObjectKey key, Patch patch, Subresource? part, CancellationToken cancellationToken) =>
        AskAsync(Requests.Patch(key, patch, subresource: part), cancellationToken);

    private protected override T Read(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, T.Json) ?? throw new JsonException("the answer is no object");

    private protected override ObjectList<T> ReadList(ReadOnlyMemory<byte> json) => ObjectListReader.Read(json.Span, T.Json);
}
