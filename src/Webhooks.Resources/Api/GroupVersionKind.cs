namespace Webhooks.Resources.Api;

/// <summary>A kind of object in one version of its group: what <c>apiVersion</c> and <c>kind</c> say together.</summary>
/// <param name="Group">Such as <c>apps</c>; empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
/// <param name="Kind">Such as <c>Deployment</c>.</param>
public readonly record struct GroupVersionKind(string Group, string Version, string Kind)
{
    /// <summary>The kind without its version.</summary>
    public GroupKind GroupKind => new(Group, Kind);

    /// <summary>The group and version without the kind.</summary>
    public GroupVersion GroupVersion => new(Group, Version);

    /// <summary>The text of Go: <c>apps/v1, Kind=Deployment</c>, and <c>/v1, Kind=Pod</c> in the core group.</summary>
    public override string ToString() => $"{Group}/{Version}, Kind={Kind}";
}
