namespace Webhooks.Client.Watching;

/// <summary>Where a reflector stands.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record WatcherState
{
    private WatcherState(bool usesWatchList, WatchAction action)
    {
        UsesWatchList = usesWatchList;
        Action = action;
    }

    /// <summary>Whether it asks for lists as watches, before it asks for lists.</summary>
    public bool UsesWatchList { get; }

    /// <summary>What it is about to do.</summary>
    public WatchAction Action { get; init; }

    /// <summary>The version up to which the sink has everything; empty when it has nothing.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether the server has no way back to <see cref="Version"/>.</summary>
    public bool IsLost { get; init; }

    /// <summary>The version of the list whose pages are coming, by its first page.</summary>
    public string ListVersion { get; init; } = "";

    /// <summary>How long it waits after the next failure.</summary>
    public BackOff BackOff { get; init; }

    /// <summary>The beginning: nothing is known.</summary>
    public static WatcherState First(bool usesWatchList) =>
        new(usesWatchList, usesWatchList ? new WatchAction.WatchList("") : new WatchAction.List("0", "", IsPaged: true));
}
