namespace Webhooks.Resources.Api;

/// <summary>A resource in one version of its group: what a request's path names.</summary>
/// <param name="Group">Such as <c>apps</c>; empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
/// <param name="Resource">The plural name in lower case, such as <c>deployments</c>.</param>
public readonly record struct GroupVersionResource(string Group, string Version, string Resource)
{
    /// <summary>The resource without its version.</summary>
    public GroupResource GroupResource => new(Group, Resource);

    /// <summary>The group and version without the resource.</summary>
    public GroupVersion GroupVersion => new(Group, Version);

    /// <summary>The text of Go: <c>apps/v1, Resource=deployments</c>.</summary>
    public override string ToString() => $"{Group}/{Version}, Resource={Resource}";
}
