namespace Webhooks.Client.Watching;

/// <summary>What a line of a watch tells.</summary>
internal enum WatchEventType
{
    /// <summary>A type that nobody has heard of.</summary>
    Unknown,

    /// <summary>An object is new, or is there when the watch begins.</summary>
    Added,

    /// <summary>An object has changed.</summary>
    Modified,

    /// <summary>An object is gone.</summary>
    Deleted,

    /// <summary>Everything up to a version has been told.</summary>
    Bookmark,

    /// <summary>The watch failed, and ends.</summary>
    Error,
}
