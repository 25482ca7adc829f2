using System.Diagnostics;

namespace Webhooks.Client.Watching;

/// <summary>Decides what a reflector does next: a function of where it stands and of what has happened.</summary>
/// <remarks>
/// <code>
/// List ─ page ─▶ List ─ last page ─▶ Show ─▶ Watch ─ ended ─▶ Watch
/// WatchList ─ ended after all was there ─▶ Watch
/// WatchList ─ ended before ─▶ List
/// any ─ failed ─▶ Wait ─▶ Watch, when only the connection or the server's time was at fault; else List or WatchList
/// </code>
/// </remarks>
internal static class Watcher
{
    private static readonly TimeSpan ShortWatch = TimeSpan.FromSeconds(1);

    /// <summary>The state after an outcome, with the next action.</summary>
    /// <param name="state">Where it stood.</param>
    /// <param name="outcome">What came of the state's action.</param>
    /// <param name="now">The time, from any beginning.</param>
    /// <param name="chance">0 to 1, without 1: spreads the delays of many.</param>
    public static WatcherState Step(WatcherState state, WatchOutcome outcome, TimeSpan now, double chance) => (state.Action, outcome) switch
    {
        (WatchAction.Wait wait, WatchOutcome.Done) => state with { Action = wait.Then },
        (WatchAction.List list, WatchOutcome.Page page) => Paged(state, list, page),
        (WatchAction.Show show, WatchOutcome.Done) => Synced(state, show.Version, now) with { Action = new WatchAction.Watch(show.Version) },

        // The pages that came are of a list that is forgotten: once, all at once.
        (WatchAction.List { IsPaged: true, Continue.Length: > 0 } list, WatchOutcome.Failed { Why.Kind: SetbackKind.Expired }) =>
            state with { Action = list with { Continue = "", IsPaged = false } },
        (WatchAction.List, WatchOutcome.Failed failed) => AgainFromTheStart(state, failed.Why, now, chance),
        (WatchAction.WatchList, WatchOutcome.Failed failed) => NotWatchListed(state, failed.Why, now, chance),
        (WatchAction.WatchList, WatchOutcome.Ended { IsSynced: false } ended) => Broken(state, ended, now, chance),
        (WatchAction.Watch, WatchOutcome.Failed failed) => NotWatched(state, failed.Why, now, chance),
        (WatchAction.Watch or WatchAction.WatchList, WatchOutcome.Ended ended) => Ended(state, ended, now, chance),
        _ => throw new UnreachableException($"{outcome} does not come of {state.Action}"),
    };

    /// <summary>Whether a watch was over before it began, which a server in order does not do.</summary>
    public static bool IsShort(WatchOutcome.Ended ended) => ended.Events == 0 && ended.Lasted < ShortWatch;

    private static WatcherState Paged(WatcherState state, WatchAction.List list, WatchOutcome.Page page)
    {
        string version = list.Continue.Length == 0 ? page.Version : state.ListVersion;
        return state with
        {
            ListVersion = version,
            Action = page.Continue.Length == 0 ? new WatchAction.Show(version) : list with { Continue = page.Continue },
        };
    }

    private static WatcherState Ended(WatcherState state, WatchOutcome.Ended ended, TimeSpan now, double chance)
    {
        WatcherState reached = Synced(state, ended.Version, now - ended.Lasted);
        return ended.Why switch
        {
            { Kind: SetbackKind.Silent } => reached with { Action = new WatchAction.Watch(ended.Version) },
            null or { Kind: SetbackKind.Unreachable } when !IsShort(ended) => reached with { Action = new WatchAction.Watch(ended.Version) },
            { } why => NotWatched(reached, why, now, chance),
            null => AgainFromTheStart(reached, new Setback(SetbackKind.Failed, "the watch ended as soon as it began"), now, chance),
        };
    }

    private static WatcherState NotWatched(WatcherState state, Setback why, TimeSpan now, double chance) =>
        why.Kind is SetbackKind.Throttled or SetbackKind.Unreachable or SetbackKind.Silent
            ? Waiting(state, why, now, chance, new WatchAction.Watch(state.Version))
            : AgainFromTheStart(state, why, now, chance);

    /// <summary>A list as a watch did not begin.</summary>
    private static WatcherState NotWatchListed(WatcherState state, Setback why, TimeSpan now, double chance) => why.Kind switch
    {
        SetbackKind.Throttled or SetbackKind.Unreachable => Waiting(state, why, now, chance, state.Action),

        // It does not know such lists, or can't make one.
        SetbackKind.Refused or SetbackKind.Silent => state with { Action = ListOf(state) },
        _ => Broken(state, new WatchOutcome.Ended("", IsSynced: false, 0, TimeSpan.Zero, why), now, chance),
    };

    /// <summary>A list as a watch ended before everything was there: nothing of it counts, and this time a list is asked for.</summary>
    private static WatcherState Broken(WatcherState state, WatchOutcome.Ended ended, TimeSpan now, double chance)
    {
        Setback why = ended.Why ?? new Setback(SetbackKind.Failed, "the watch ended before it had told what there is");
        WatcherState known = Noted(state, why);
        return why.Kind == SetbackKind.Silent ? known with { Action = ListOf(known) } : Waiting(known, why, now, chance, ListOf(known));
    }

    private static WatcherState AgainFromTheStart(WatcherState state, Setback why, TimeSpan now, double chance)
    {
        WatcherState known = Noted(state, why);
        WatchAction start = known.UsesWatchList ? new WatchAction.WatchList(known.IsLost ? "" : known.Version) : ListOf(known);
        return Waiting(known, why, now, chance, start);
    }

    private static WatchAction.List ListOf(WatcherState state) =>
        new(state.IsLost ? "" : state.Version.Length == 0 ? "0" : state.Version, "", IsPaged: true);

    private static WatcherState Waiting(WatcherState state, Setback why, TimeSpan now, double chance, WatchAction then)
    {
        BackOff next = state.BackOff.Failed(now, chance, out TimeSpan delay);
        return state with { BackOff = next, Action = new WatchAction.Wait(delay > why.RetryAfter ? delay : why.RetryAfter, then) };
    }

    private static WatcherState Noted(WatcherState state, Setback why) =>
        state with { IsLost = state.IsLost || why.Kind is SetbackKind.Expired or SetbackKind.VersionTooLarge };

    private static WatcherState Synced(WatcherState state, string version, TimeSpan since) =>
        state with { Version = version, IsLost = false, BackOff = state.BackOff.Succeeded(since) };
}
