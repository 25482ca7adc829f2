namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>What somebody wants to do, as far as access to it depends on that (<c>authorizer.Attributes</c>).</summary>
/// <remarks>Of a resource request all but <see cref="Path"/> count, of others only <see cref="Path"/> and the verb.</remarks>
internal sealed record AccessAttributes
{
    /// <summary>Who asks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The verb: <c>get</c>, <c>deletecollection</c>, <c>bind</c>; the method in lower case where no resource is meant.</summary>
    public required string Verb { get; init; }

    /// <summary>Whether a resource is meant and not merely a path such as <c>/version</c>.</summary>
    public bool IsResource { get; init; } = true;

    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>The plural name.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>The namespace; empty for all, and for what lives in none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The object's name; empty for a collection.</summary>
    public string Name { get; init; } = "";

    /// <summary>The URL's path, where no resource is meant.</summary>
    public string Path { get; init; } = "";

    /// <summary>Resource and subresource as rules and messages name them: <c>deployments/scale</c>.</summary>
    public string CombinedResource => Subresource.Length == 0 ? Resource : $"{Resource}/{Subresource}";
}
