namespace Webhooks.Sandbox.Patching;

/// <summary>The kinds of patch that a resource takes, one for each media type.</summary>
internal enum PatchFormat
{
    /// <summary>Operations of RFC 6902: <c>application/json-patch+json</c>.</summary>
    Json,

    /// <summary>Members to merge, of RFC 7386: <c>application/merge-patch+json</c>.</summary>
    Merge,

    /// <summary>Members to merge as the kind's schema says: <c>application/strategic-merge-patch+json</c>.</summary>
    Strategic,

    /// <summary>Fields to own, of server-side apply: <c>application/apply-patch+yaml</c>.</summary>
    Apply,
}
