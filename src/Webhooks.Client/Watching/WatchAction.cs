namespace Webhooks.Client.Watching;

/// <summary>What a reflector does next. A closed set.</summary>
internal abstract record WatchAction
{
    private WatchAction()
    {
    }

    /// <summary>Asks for a list, or for a page of one.</summary>
    /// <param name="Version">The version that the whole list is asked at; empty for the latest.</param>
    /// <param name="Continue">Which page; empty for the first.</param>
    /// <param name="IsPaged">Whether the server may divide it.</param>
    public sealed record List(string Version, string Continue, bool IsPaged) : WatchAction;

    /// <summary>Shows the sink the list that has come.</summary>
    /// <param name="Version">The list's version.</param>
    public sealed record Show(string Version) : WatchAction;

    /// <summary>Watches from the beginning: all there is comes as events, and then what changes.</summary>
    /// <param name="Version">Not older than this; empty for the latest.</param>
    public sealed record WatchList(string Version) : WatchAction;

    /// <summary>Watches what changes after a version.</summary>
    /// <param name="Version">The version.</param>
    public sealed record Watch(string Version) : WatchAction;

    /// <summary>Leaves the server alone.</summary>
    /// <param name="Time">For how long.</param>
    /// <param name="Then">What it does after that.</param>
    public sealed record Wait(TimeSpan Time, WatchAction Then) : WatchAction;
}
