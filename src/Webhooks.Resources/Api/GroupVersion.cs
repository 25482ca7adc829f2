using System.Diagnostics.CodeAnalysis;

namespace Webhooks.Resources.Api;

/// <summary>A group of the API in one of its versions: what stands in <c>apiVersion</c>.</summary>
/// <param name="Group">Such as <c>apps</c>; empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
public readonly record struct GroupVersion(string Group, string Version)
{
    /// <summary>What <paramref name="apiVersion"/> names: <c>v1</c>, <c>apps/v1</c>; neither group nor version for an empty text or <c>/</c>.</summary>
    /// <exception cref="FormatException">There is more than one slash.</exception>
    public static GroupVersion Parse(string apiVersion) =>
        TryParse(apiVersion, out GroupVersion parsed, out string? error) ? parsed : throw new FormatException(error);

    /// <summary>True, with what <paramref name="apiVersion"/> names; else the reason why not, worded as <c>schema.ParseGroupVersion</c>.</summary>
    /// <remarks>Whether such a group or version can be is not looked at.</remarks>
    public static bool TryParse(string apiVersion, out GroupVersion parsed, [NotNullWhen(false)] out string? error)
    {
        error = null;
        parsed = new GroupVersion("", "");
        int slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        if (apiVersion is "" or "/")
        {
            return true;
        }

        if (apiVersion.AsSpan(slash + 1).Contains('/'))
        {
            error = $"unexpected GroupVersion string: {apiVersion}";
            return false;
        }

        parsed = new GroupVersion(slash < 0 ? "" : apiVersion[..slash], apiVersion[(slash + 1)..]);
        return true;
    }

    /// <summary>That kind in this group and version.</summary>
    public GroupVersionKind WithKind(string kind) => new(Group, Version, kind);

    /// <summary>That resource in this group and version.</summary>
    public GroupVersionResource WithResource(string resource) => new(Group, Version, resource);

    /// <summary>The text for <c>apiVersion</c>: <c>v1</c>, <c>apps/v1</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Group) ? Version ?? "" : $"{Group}/{Version}";
}
