using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Requests;

/// <summary>A request to a resource that is known.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record ApiCall
{
    private static readonly Caller Self = new("system:apiserver") { Groups = [SystemNames.Masters] };

    /// <summary>The resource, in the version that was asked for.</summary>
    public required ApiResource Resource { get; init; }

    /// <summary>The subresource; <c>null</c> for none.</summary>
    public ApiSubresource? Subresource { get; init; }

    /// <summary>What is to be done: <c>list</c>, <c>deletecollection</c>.</summary>
    public required string Verb { get; init; }

    /// <summary>The namespace; empty for a cluster-scoped resource, and for all namespaces.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The object's name; empty for a collection.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who asks. Default: the server itself, which may do anything.</summary>
    public Caller Caller { get; init; } = Self;

    /// <summary>The query.</summary>
    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    /// <summary>The media type of the body, parameters included; empty for none said.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the client says it is.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The call as far as access depends on it.</summary>
    public AccessAttributes Attributes => new()
    {
        Caller = Caller,
        Verb = Verb,
        Group = Resource.Group,
        Resource = Resource.Plural,
        Subresource = Subresource?.Name ?? "",
        Namespace = Namespace,
        Name = Name,
    };

    /// <summary>Under which resource the objects are kept.</summary>
    public GroupResource StoredAs => Resource.StoredAs;

    /// <summary>The key of the object.</summary>
    public string Key => StoredObject.KeyOf(Resource.IsNamespaced ? Namespace : "", Name);

    /// <summary>The prefix of the keys of the collection.</summary>
    public string Prefix => Resource.IsNamespaced && Namespace.Length > 0 ? Namespace + "/" : "";

    /// <summary>404 for the object.</summary>
    public Status NotFound() => Status.NotFound(Resource.GroupResource, Name);
}
