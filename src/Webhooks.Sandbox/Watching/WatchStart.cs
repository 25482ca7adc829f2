using Webhooks.Resources.Api;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Watching;

/// <summary>Where a watch begins, or why it cannot.</summary>
/// <param name="Cursor">Its place; <c>null</c> when there is none.</param>
/// <param name="Initial">What is told first; <c>null</c> for nothing.</param>
/// <param name="Refusal">Why there is no watch.</param>
internal readonly record struct WatchStart(ChangeCursor? Cursor, Snapshot? Initial, Status? Refusal)
{
    /// <summary>A place from which changes are told.</summary>
    public WatchStart(ChangeCursor cursor, Snapshot? initial = null)
        : this(cursor, initial, null)
    {
    }

    /// <summary>A refusal.</summary>
    public WatchStart(Status refusal)
        : this(null, null, refusal)
    {
    }
}
