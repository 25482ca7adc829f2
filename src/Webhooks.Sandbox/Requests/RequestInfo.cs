using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Requests;

/// <summary>What a request's method and path ask for, before anything is known of the resources.</summary>
/// <remarks>Immutable. As <c>k8s.io/apiserver/pkg/endpoints/request.RequestInfo</c>.</remarks>
internal sealed record RequestInfo
{
    /// <summary>The HTTP method, as sent.</summary>
    public required string Method { get; init; }

    /// <summary>The path, decoded.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the path names a resource.</summary>
    public bool IsResource { get; init; }

    /// <summary>What is to be done: <c>list</c>, <c>deletecollection</c>; of other paths the method in lower case.</summary>
    public required string Verb { get; init; }

    /// <summary>The group; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The namespace; empty for none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The resource's plural name.</summary>
    public string Plural { get; init; } = "";

    /// <summary>The object's name; empty for a collection.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether <see cref="Name"/> comes from a field selector: the path is that of a collection.</summary>
    public bool IsSelected { get; init; }

    /// <summary>The subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>Segments behind the subresource, as <c>proxy</c> has them.</summary>
    public int ExtraSegments { get; init; }

    /// <summary>The path's segments after <c>/api/v1</c> or <c>/apis/G/V</c> start with <c>watch</c>, as they did before 1.10.</summary>
    public bool IsWatchPath { get; init; }

    /// <summary>Whether it is a watch, or a connection to a pod: it takes as long as it takes, and its body is nobody's object.</summary>
    /// <remarks>As <c>k8s.io/apiserver/pkg/server/filters.BasicLongRunningRequestCheck</c>.</remarks>
    public bool IsLongRunning =>
        Verb is "watch" or "proxy" || (IsResource && Subresource is "attach" or "exec" or "proxy" or "log" or "portforward");

    /// <summary>Group, version and plural name.</summary>
    public GroupVersionResource Gvr => new(Group, Version, Plural);
}
