namespace Webhooks.Resources.Api;

/// <summary>A resource, whatever its version; error messages name it.</summary>
/// <param name="Group">Such as <c>apps</c>; empty for the core group.</param>
/// <param name="Resource">The plural name in lower case, such as <c>deployments</c>.</param>
public readonly record struct GroupResource(string Group, string Resource)
{
    /// <summary>True when it names nothing.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Group) && string.IsNullOrEmpty(Resource);

    /// <summary>The resource that <c>deployments.apps</c> or <c>pods</c> names; all after the first dot is the group.</summary>
    public static GroupResource Parse(string text)
    {
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? new GroupResource("", text) : new GroupResource(text[(dot + 1)..], text[..dot]);
    }

    /// <summary>The text of Go: <c>deployments.apps</c>, <c>pods</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Group) ? Resource ?? "" : $"{Resource}.{Group}";
}
