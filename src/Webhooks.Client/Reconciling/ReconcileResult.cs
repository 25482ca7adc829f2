namespace Webhooks.Client.Reconciling;

/// <summary>What came of looking at a key, and so when it is looked at again: one of the types inside.</summary>
/// <remarks>Immutable. A failure cannot ask for a time: how long it waits is the queue's.</remarks>
public abstract record ReconcileResult
{
    private ReconcileResult()
    {
    }

    /// <summary>All is as it should be. The key comes again when something changes.</summary>
    public static ReconcileResult AsWanted { get; } = new Done();

    /// <summary>All is as it should be, and the key comes again when something changes.</summary>
    public sealed record Done : ReconcileResult;

    /// <summary>Nothing failed, and the key comes again after a time, or before if something changes.</summary>
    /// <param name="Delay">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not above zero: that would go round and round.</exception>
    public sealed record RequeueAfter(TimeSpan Delay) : ReconcileResult
    {
        /// <summary>How long the key waits; above zero.</summary>
        public TimeSpan Delay { get; } = Delay > TimeSpan.Zero ? Delay : throw new ArgumentOutOfRangeException(nameof(Delay), Delay, "give a delay above zero");
    }

    /// <summary>It failed as an exception would have, for a reason that is known: the key comes again, later and later.</summary>
    /// <param name="Problem">Why, for the log.</param>
    public sealed record Failed(string Problem) : ReconcileResult
    {
        /// <summary>Whether trying again is of no use: the key comes again only when something changes. Default: it is tried again.</summary>
        public bool IsTerminal { get; init; }
    }
}
