using Webhooks.Client.Objects;

namespace Webhooks.Client.Requests;

/// <summary>The requests that a resource understands.</summary>
/// <remarks>
/// Immutable and thread safe; nothing is sent here. Names and namespaces come from strangers: what would lead to another
/// path, or belongs to no such resource, is an <see cref="ArgumentException"/> that says what to do.
/// </remarks>
/// <param name="resource">Where the API has it.</param>
public sealed class ResourceRequests(ResourceType resource)
{
    private readonly string _root = RootOf(resource);

    /// <summary>Where the API has it.</summary>
    public ResourceType Resource { get; } = resource;

    /// <summary>The requests for the resource of a record.</summary>
    public static ResourceRequests For<T>()
        where T : IKubernetesObject<T> => new(T.Resource);

    /// <summary>One object, at its newest version, or a part of it.</summary>
    public ApiRequest Get(ObjectKey key, Subresource? subresource = null) => new()
    {
        Method = HttpMethod.Get,
        Verb = "get",
        Target = PathOf(key, subresource),
        Accept = subresource == Subresource.Log ? "application/json, */*" : "application/json",
    };

    /// <summary>The objects of a namespace.</summary>
    /// <param name="namespace">Empty for those of all namespaces, and for what is in none.</param>
    /// <param name="options">Which of them.</param>
    public ApiRequest List(string @namespace, ListOptions options) =>
        new() { Method = HttpMethod.Get, Verb = "list", Target = PathOf(@namespace) + RequestQuery.Of(options) };

    /// <summary>The changes of the objects of a namespace, one JSON object after the other.</summary>
    /// <param name="namespace">Empty for all namespaces, and for what is in none.</param>
    /// <param name="options">Which of them, and from where on.</param>
    public ApiRequest Watch(string @namespace, WatchOptions options) =>
        new() { Method = HttpMethod.Get, Verb = "watch", Target = PathOf(@namespace) + RequestQuery.Of(options) };

    /// <summary>An object that is not there yet, whose name it says, or leaves to the server with <c>generateName</c>.</summary>
    /// <param name="namespace">Where it is to be; empty for what is in none.</param>
    /// <param name="body">The object in JSON; kept, not copied.</param>
    /// <param name="options">How.</param>
    public ApiRequest Create(string @namespace, ReadOnlyMemory<byte> body, WriteOptions? options = null) =>
        Write(HttpMethod.Post, "create", PathOf(NamespaceOfOne(@namespace)), body, options);

    /// <summary>An action on an object: an eviction, a token, a binding.</summary>
    /// <param name="key">The object.</param>
    /// <param name="subresource">What takes the action.</param>
    /// <param name="body">What it takes, in JSON; kept, not copied.</param>
    /// <param name="options">How.</param>
    public ApiRequest Create(ObjectKey key, Subresource subresource, ReadOnlyMemory<byte> body, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(subresource);
        return Write(HttpMethod.Post, "create", PathOf(key, subresource), body, options);
    }

    /// <summary>An object in the place of what has its name: what the body lacks, the object lacks afterwards.</summary>
    /// <param name="key">The object.</param>
    /// <param name="body">The whole object in JSON; with the version it was read at, so that nobody else's change is lost. Kept, not copied.</param>
    /// <param name="options">How.</param>
    /// <param name="subresource">The part to replace; <c>null</c> for the object.</param>
    public ApiRequest Replace(ObjectKey key, ReadOnlyMemory<byte> body, WriteOptions? options = null, Subresource? subresource = null) =>
        Write(HttpMethod.Put, "update", PathOf(key, subresource), body, options);

    /// <summary>A change of an object or of a part of it.</summary>
    public ApiRequest Patch(ObjectKey key, Patch patch, PatchOptions? options = null, Subresource? subresource = null) => new()
    {
        Method = HttpMethod.Patch,
        Verb = "patch",
        Target = PathOf(key, subresource) + RequestQuery.Of(options ?? PatchOptions.Default, patch),
        ContentType = patch.MediaType,
        Body = patch.Document,
    };

    /// <summary>The end of an object, as soon as its finalizers allow.</summary>
    public ApiRequest Delete(ObjectKey key, DeleteOptions? options = null) => Delete("delete", PathOf(key, null), options);

    /// <summary>The end of all objects that a list of them has.</summary>
    /// <param name="namespace">Their namespace; empty only for what is in none, since no server takes it for all.</param>
    /// <param name="list">Which of them.</param>
    /// <param name="options">How, for each of them.</param>
    public ApiRequest DeleteCollection(string @namespace, ListOptions list, DeleteOptions? options = null) =>
        Delete("deletecollection", PathOf(NamespaceOfOne(@namespace)) + RequestQuery.Of(list), options);

    private static string RootOf(ResourceType resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        string version = RequestPath.Escape(resource.Version, "version");
        return resource.Group.Length == 0 ? $"/api/{version}" : $"/apis/{RequestPath.Escape(resource.Group, "group")}/{version}";
    }

    private static ApiRequest Write(HttpMethod method, string verb, string path, ReadOnlyMemory<byte> body, WriteOptions? options) => new()
    {
        Method = method,
        Verb = verb,
        Target = path + RequestQuery.Of(options ?? WriteOptions.Default),
        ContentType = "application/json",
        Body = body,
    };

    private static ApiRequest Delete(string verb, string target, DeleteOptions? options)
    {
        ReadOnlyMemory<byte> body = (options ?? DeleteOptions.Default).Body();
        return new ApiRequest
        {
            Method = HttpMethod.Delete,
            Verb = verb,
            Target = target,
            ContentType = body.IsEmpty ? "" : "application/json",
            Body = body,
        };
    }

    private string NamespaceOfOne(string @namespace) => Resource.IsNamespaced && string.IsNullOrEmpty(@namespace)
        ? throw new ArgumentException($"{Resource} are in namespaces: say in which", nameof(@namespace))
        : @namespace;

    private string PathOf(ObjectKey key, Subresource? subresource)
    {
        string path = $"{PathOf(NamespaceOfOne(key.Namespace ?? ""))}/{RequestPath.Escape(key.Name ?? "", "name")}";
        return subresource == null ? path : $"{path}/{RequestPath.Escape(subresource.Name, "subresource")}";
    }

    private string PathOf(string @namespace)
    {
        ArgumentNullException.ThrowIfNull(@namespace);
        string plural = RequestPath.Escape(Resource.Plural, "resource");
        if (@namespace.Length == 0)
        {
            return $"{_root}/{plural}";
        }

        return Resource.IsNamespaced
            ? $"{_root}/namespaces/{RequestPath.Escape(@namespace, "namespace")}/{plural}"
            : throw new ArgumentException($"{Resource} are in no namespace: leave out {@namespace}", nameof(@namespace));
    }
}
