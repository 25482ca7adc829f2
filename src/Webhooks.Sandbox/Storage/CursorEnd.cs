namespace Webhooks.Sandbox.Storage;

/// <summary>Why a reader of changes is told no more.</summary>
internal enum CursorEnd
{
    /// <summary>There will be more.</summary>
    None,

    /// <summary>The collection is gone.</summary>
    Closed,

    /// <summary>Changes that it has not seen are forgotten.</summary>
    Lost,
}
