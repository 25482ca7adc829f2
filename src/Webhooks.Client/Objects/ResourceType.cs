using Webhooks.Resources.Api;

namespace Webhooks.Client.Objects;

/// <summary>A resource of the API: what its path and its objects say.</summary>
/// <param name="Group">Such as <c>apps</c>; empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
/// <param name="Plural">The name in paths, such as <c>deployments</c>.</param>
/// <param name="Kind">The name in objects, such as <c>Deployment</c>.</param>
/// <param name="IsNamespaced">Whether its objects are in namespaces.</param>
public sealed record ResourceType(string Group, string Version, string Plural, string Kind, bool IsNamespaced)
{
    /// <summary>What its objects say: <c>apiVersion</c> and <c>kind</c>.</summary>
    public GroupVersionKind GroupVersionKind => new(Group, Version, Kind);

    /// <summary>What its path says.</summary>
    public GroupVersionResource GroupVersionResource => new(Group, Version, Plural);

    /// <summary>The text for <c>apiVersion</c>: <c>v1</c>, <c>apps/v1</c>.</summary>
    public string ApiVersion => GroupVersionKind.GroupVersion.ToString();

    /// <summary>The text of messages: <c>deployments.apps</c>, <c>pods</c>.</summary>
    public override string ToString() => GroupVersionResource.GroupResource.ToString();
}
