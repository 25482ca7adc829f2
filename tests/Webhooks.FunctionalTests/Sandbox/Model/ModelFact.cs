namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>What a run must have met to prove anything.</summary>
internal enum ModelFact
{
    /// <summary>A watch was refused with 410 where it began.</summary>
    WatchExpiredAtStart,

    /// <summary>A watch ended with 410 after it had told something.</summary>
    WatchExpiredMidway,

    /// <summary>A list could not be continued, or had as of a version: 410.</summary>
    ListExpired,

    /// <summary>A list of more than one page, with writes between.</summary>
    PagedList,

    /// <summary>A watch began with all there was, told as events, and a bookmark behind them.</summary>
    InitialEvents,

    /// <summary>An object came to match a selector.</summary>
    SelectorEntered,

    /// <summary>An object ceased to match a selector.</summary>
    SelectorLeft,

    /// <summary>A bookmark told how far a watch had come.</summary>
    Bookmark,

    /// <summary>A watch went on from the last version that was seen.</summary>
    Resume,

    /// <summary>The connection of a watch was cut.</summary>
    Cut,

    /// <summary>A watch ended when its time was up.</summary>
    TimedOut,

    /// <summary>A write was refused, because somebody else was faster.</summary>
    Conflict,

    /// <summary>A counter was counted up.</summary>
    Count,

    /// <summary>A copy was held against the list of the same version.</summary>
    Comparison,
}
