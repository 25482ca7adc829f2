namespace Webhooks.Client.Caching;

/// <summary>What a <see cref="Notification{T}"/> tells a handler.</summary>
internal enum NotificationKind
{
    Added,
    Updated,

    /// <summary>As it was in the last list: only those hear it who asked to be told again.</summary>
    Unchanged,
    Deleted,

    /// <summary>Gone, or replaced by another of its name, when nobody looked.</summary>
    DeletedUnseen,

    /// <summary>All that there was when the handler was added.</summary>
    Snapshot,

    /// <summary>All that there was when it was time to tell the handler again.</summary>
    Resync,

    /// <summary>What was in the first list has been told.</summary>
    Synced,
}
