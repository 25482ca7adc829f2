namespace Webhooks.Resources.Api;

/// <summary>A kind of object, whatever its version.</summary>
/// <param name="Group">Such as <c>apps</c>; empty for the core group.</param>
/// <param name="Kind">Such as <c>Deployment</c>.</param>
public readonly record struct GroupKind(string Group, string Kind)
{
    /// <summary>The kind that <c>Deployment.apps</c> or <c>Pod</c> names; all after the first dot is the group.</summary>
    public static GroupKind Parse(string text)
    {
        GroupResource parsed = GroupResource.Parse(text);
        return new GroupKind(parsed.Group, parsed.Resource);
    }

    /// <summary>The text of Go: <c>Deployment.apps</c>, <c>Pod</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Group) ? Kind ?? "" : $"{Kind}.{Group}";
}
