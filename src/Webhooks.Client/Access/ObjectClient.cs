using System.Runtime.CompilerServices;
using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Access;

/// <summary>The objects of one resource: to read, to make, to change, to delete.</summary>
/// <remarks>
/// Thread safe; it keeps nothing. Each call is one request, but for whole lists. What <see cref="IApiTransport"/> throws comes
/// through, <see cref="KubernetesApiException"/> above all; an answer that is not what was asked for is a <see cref="JsonException"/>.
/// There is no replacement of a whole object here: see <see cref="DocumentClient"/>, which has all of one.
/// </remarks>
/// <typeparam name="T">What objects are read as.</typeparam>
public abstract class ObjectClient<T>
    where T : class, IKubernetesObject
{
    private readonly IApiTransport _transport;

    private protected ObjectClient(IApiTransport transport, ResourceRequests requests)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _transport = transport;
        Requests = requests;
    }

    /// <summary>Where the API has them.</summary>
    public ResourceType Resource => Requests.Resource;

    private protected ResourceRequests Requests { get; }

    /// <summary>One object, at its newest version.</summary>
    public Task<T> GetAsync(ObjectKey key, CancellationToken cancellationToken) => AskAsync(Requests.Get(key), cancellationToken);

    /// <summary>One object, at its newest version; <c>null</c> when there is none of that key.</summary>
    /// <remarks>A resource that there is not at all, or no longer, is a <see cref="KubernetesApiException"/> like others.</remarks>
    public async Task<T?> TryGetAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesApiException missing) when (missing.Status.Is(StatusReason.NotFound) && missing.Status.Details?.Name == key.Name)
        {
            return null;
        }
    }

    /// <summary>A page of a list, or where no limit is given all of it.</summary>
    /// <param name="namespace">Empty for all namespaces, and for what is in none.</param>
    /// <param name="options">Which objects, and which page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ObjectList<T>> ListPageAsync(string @namespace, ListOptions options, CancellationToken cancellationToken) =>
        ReadList(await _transport.AskAsync(Requests.List(@namespace, options), cancellationToken).ConfigureAwait(false));

    /// <summary>All pages of a list, one after the other, all of one version.</summary>
    /// <remarks>A list that takes longer than the server keeps its version ends with 410, reason <c>Expired</c>: begin anew.</remarks>
    /// <param name="namespace">Empty for all namespaces, and for what is in none.</param>
    /// <param name="options">Which objects, and how many a page has.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async IAsyncEnumerable<ObjectList<T>> ListPagesAsync(
        string @namespace, ListOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        while (true)
        {
            ObjectList<T> page = await ListPageAsync(@namespace, options, cancellationToken).ConfigureAwait(false);
            yield return page;
            if (page.Continue.Length == 0)
            {
                yield break;
            }

            if (page.Continue == options.Continue)
            {
                throw new JsonException("the answer is no page: it names itself as the next one");
            }

            options = options with { Continue = page.Continue, ResourceVersion = null, ResourceVersionMatch = "" };
        }
    }

    /// <summary>A whole list, of all its pages.</summary>
    /// <param name="namespace">Empty for all namespaces, and for what is in none.</param>
    /// <param name="options">Which objects, and how many a page has.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ObjectList<T>> ListAsync(string @namespace, ListOptions options, CancellationToken cancellationToken)
    {
        List<T> items = [];
        List<UndecodableObject> undecodable = [];
        string version = "";
        await foreach (ObjectList<T> page in ListPagesAsync(@namespace, options, cancellationToken).ConfigureAwait(false))
        {
            items.AddRange(page.Items);
            undecodable.AddRange(page.Undecodable);
            version = page.ResourceVersion;
        }

        return new ObjectList<T>(items, undecodable, version, Continue: "", RemainingItemCount: null);
    }

    /// <summary>Changes an object; an <see cref="ApplyPatch"/> makes it where it is missing.</summary>
    /// <returns>The object as it is then.</returns>
    public Task<T> PatchAsync(ObjectKey key, Patch patch, PatchOptions? options, CancellationToken cancellationToken) =>
        AskAsync(Requests.Patch(key, patch, options), cancellationToken);

    /// <summary>Changes what is observed of an object, and nothing else of it.</summary>
    /// <returns>The object as it is then.</returns>
    public Task<T> PatchStatusAsync(ObjectKey key, Patch patch, PatchOptions? options, CancellationToken cancellationToken) =>
        AskAsync(Requests.Patch(key, patch, options, Subresource.Status), cancellationToken);

    /// <summary>Deletes an object; it stays until its finalizers are gone.</summary>
    public Task DeleteAsync(ObjectKey key, DeleteOptions? options, CancellationToken cancellationToken) =>
        _transport.AskAsync(Requests.Delete(key, options), cancellationToken);

    /// <summary>Deletes all objects that a list of them has.</summary>
    /// <param name="namespace">Their namespace; empty only for what is in none.</param>
    /// <param name="list">Which of them.</param>
    /// <param name="options">How, for each of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task DeleteCollectionAsync(string @namespace, ListOptions list, DeleteOptions? options, CancellationToken cancellationToken) =>
        _transport.AskAsync(Requests.DeleteCollection(@namespace, list, options), cancellationToken);

    private protected async Task<T> AskAsync(ApiRequest request, CancellationToken cancellationToken) =>
        Read(await _transport.AskAsync(request, cancellationToken).ConfigureAwait(false));

    private protected abstract T Read(ReadOnlyMemory<byte> json);

    private protected abstract ObjectList<T> ReadList(ReadOnlyMemory<byte> json);
}
