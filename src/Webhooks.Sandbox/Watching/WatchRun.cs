using System.Globalization;
using System.IO.Pipelines;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Watching;

/// <summary>One watch from its start to its end.</summary>
/// <param name="cluster">What is watched.</param>
/// <param name="resource">Under which resource the objects are kept.</param>
/// <param name="prefix">Under which keys.</param>
/// <param name="options">The options.</param>
/// <param name="filter">Which objects.</param>
/// <param name="output">Writes the events.</param>
internal sealed class WatchRun(
    Cluster cluster, GroupResource resource, string prefix, ListOptions options, ObjectFilter filter, WatchOutput output)
{
    private readonly WatchClock _clock = new(cluster.Time, options);

    /// <summary>Writes events until the time is up, the collection goes, or the client does.</summary>
    /// <param name="pipe">Where to.</param>
    /// <param name="version">The version to start from, read already; 0 for none.</param>
    /// <param name="open">Sends the head of the answer. The watch has its place by then: who has read the head misses nothing that comes later.</param>
    /// <param name="pass">Called before something is sent, which it may hold up.</param>
    /// <param name="cancellation">Ends it at once.</param>
    public async Task Run(PipeWriter pipe, long version, Func<Task> open, Func<ValueTask> pass, CancellationToken cancellation)
    {
        Task<WatchStart> placed = Place(version, cancellation);
        await open();
        output.Begin(pipe);
        ChangeCursor? cursor = Tell(await placed, pipe);
        using CancellationTokenSource stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task due = Task.CompletedTask;
        while (!cancellation.IsCancellationRequested)
        {
            bool isOver = cursor == null || WriteChanges(cursor, pipe) || _clock.IsOver || output.IsOver;
            if (!isOver && options.AllowsBookmarks && cursor!.Revision >= version && _clock.TakeBookmark())
            {
                output.WriteBookmark(cursor.Revision, endsInitialEvents: false, pipe);
            }

            await pass();
            FlushResult flushed = await pipe.FlushAsync(cancellation);
            if (isOver || flushed.IsCompleted)
            {
                break;
            }

            // One timer at a time, however many changes come; it ends, too, when the client goes.
            due = due.IsCompleted ? Task.Delay(_clock.UntilNext, cluster.Time, stopped.Token) : due;
            await Task.WhenAny(cursor!.More, due);
        }

        await stopped.CancelAsync();
    }

    /// <summary>Takes a place; at once, but for a version that is yet to come.</summary>
    private async Task<WatchStart> Place(long version, CancellationToken cancellation)
    {
        bool startsWithAll = options.SendsInitialEvents ?? version == 0;
        if (!startsWithAll)
        {
            return version == 0
                ? new WatchStart(cluster.Store.ListAndWatch(resource, prefix).Cursor)
                : cluster.Store.Watch(resource, prefix, version) is { } follower ? new WatchStart(follower) : new WatchStart(TooOld(version));
        }

        try
        {
            await cluster.WaitFor(resource, version, cancellation);
        }
        catch (StatusException refused)
        {
            return new WatchStart(refused.Status);
        }

        (Snapshot snapshot, ChangeCursor cursor) = cluster.Store.ListAndWatch(resource, prefix);
        return new WatchStart(cursor, snapshot);
    }

    /// <summary>Tells what there is, where that is wanted, or why there is no watch: the stream has begun, so that is an event too.</summary>
    /// <returns>Where to go on; <c>null</c> when the watch has ended.</returns>
    private ChangeCursor? Tell(WatchStart start, PipeWriter pipe)
    {
        if (start.Refusal != null)
        {
            output.WriteError(start.Refusal, pipe);
        }

        if (start.Initial is { } snapshot)
        {
            foreach (StoredObject item in snapshot.Objects.Where(filter.Matches))
            {
                output.WriteEvent("ADDED"u8, item.Json, pipe);
            }

            if (options.SendsInitialEvents == true && options.AllowsBookmarks)
            {
                output.WriteBookmark(snapshot.Revision, endsInitialEvents: true, pipe);
            }
        }

        return start.Cursor;
    }

    /// <summary>Writes what has happened.</summary>
    /// <returns>Whether nothing more can come.</returns>
    private bool WriteChanges(ChangeCursor cursor, PipeWriter pipe)
    {
        CursorEnd end;
        while (cursor.TryRead(out Change? change, out end))
        {
            WriteChange(change, pipe);
        }

        if (end == CursorEnd.Lost)
        {
            output.WriteError(TooOld(cursor.Revision), pipe);
        }

        return end != CursorEnd.None;
    }

    private void WriteChange(Change change, PipeWriter pipe)
    {
        bool did = change.Previous != null && filter.Matches(change.Previous);
        bool does = change.Kind != ChangeKind.Deleted && filter.Matches(change.Object);
        if (does)
        {
            output.WriteEvent(did ? "MODIFIED"u8 : "ADDED"u8, change.Object.Json, pipe);
        }
        else if (did)
        {
            // What it was when it matched, at the version at which it ceased to.
            output.WriteEvent("DELETED"u8, change.Kind == ChangeKind.Deleted ? change.Object.Json : change.Previous!.At(change.Revision).Json, pipe);
        }
    }

    private Status TooOld(long version) => Status.Expired(string.Create(
        CultureInfo.InvariantCulture, $"too old resource version: {version} ({cluster.Store.WatchableSince(resource)})"));
}
