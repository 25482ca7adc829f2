namespace Webhooks.Client.Watching;

/// <summary>What came of a <see cref="WatchAction"/>. A closed set.</summary>
internal abstract record WatchOutcome
{
    private WatchOutcome()
    {
    }

    /// <summary>A page has come, or a whole list.</summary>
    /// <param name="Version">The list's version.</param>
    /// <param name="Continue">The next page; empty when there is none.</param>
    public sealed record Page(string Version, string Continue) : WatchOutcome;

    /// <summary>It is done: the sink has the list, or the time is over.</summary>
    public sealed record Done : WatchOutcome;

    /// <summary>A list failed, or a watch did not begin.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Failed(Setback Why) : WatchOutcome;

    /// <summary>A watch that had begun is over.</summary>
    /// <param name="Version">The version up to which everything has been applied.</param>
    /// <param name="IsSynced">Whether the sink has all that was there at the beginning.</param>
    /// <param name="Events">How many events were applied.</param>
    /// <param name="Lasted">For how long it lasted.</param>
    /// <param name="Why">What ended it; <c>null</c>: the server did, in good order.</param>
    public sealed record Ended(string Version, bool IsSynced, long Events, TimeSpan Lasted, Setback? Why = null) : WatchOutcome;
}
