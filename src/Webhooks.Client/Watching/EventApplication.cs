using System.Diagnostics;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Watching;

/// <summary>Applies the events of one watch, and knows how far they have come.</summary>
/// <param name="sink">Who is told.</param>
/// <param name="reception">What happens to each object before.</param>
/// <param name="action">The watch.</param>
internal sealed class EventApplication<T>(IReflectorSink<T> sink, Reception<T> reception, WatchAction action)
    where T : class, IKubernetesObject<T>
{
    private const string InitialEventsEnd = "k8s.io/initial-events-end";

    // What is there, while that is still being told; null from its end on.
    private ListedObjects<T>? _initial = action is WatchAction.WatchList ? new ListedObjects<T>() : null;

    // A watch from no version begins with all there is, in any order, and does not say where that ends.
    private bool _isInNoOrder = action is WatchAction.Watch { Version: "" or "0" };

    /// <summary>The version up to which everything has been applied.</summary>
    public string Version { get; private set; } = action is WatchAction.Watch watch ? watch.Version : "";

    /// <summary>Whether the sink has all that was there at the beginning.</summary>
    public bool IsSynced => _initial == null;

    /// <summary>How many events were applied.</summary>
    public long Events { get; private set; }

    /// <summary>Applies a line.</summary>
    /// <param name="line">The line; empty for one that was too long.</param>
    /// <returns>Why the watch can't go on; <c>null</c> when it can.</returns>
    public Setback? Apply(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            reception.Note(new UndecodableObject(null, "", $"an event is longer than {LineReader.Longest >> 20} MiB"));
            return null;
        }

        WatchEvent<T> read = WatchEvent<T>.Read(line);
        _isInNoOrder &= read.Type is WatchEventType.Added or WatchEventType.Unknown;
        switch (read)
        {
            case { Undecodable: { } undecodable }:
                reception.Note(undecodable);
                return Keep(read.Type, undecodable);
            case { Error: { } error }:
                return Setback.Of(error);
            case { Bookmark: { } bookmark }:
                Advance(bookmark.ResourceVersion);
                ShowInitial(bookmark);
                return null;
            case { Item: { } item }:
                Apply(read.Type, item);
                return null;
            default:
                throw new UnreachableException($"an event {read.Type} without anything");
        }
    }

    private void Apply(WatchEventType type, T item)
    {
        bool isRead = reception.TryTake(item, out T? taken);
        if (type == WatchEventType.Deleted)
        {
            Remove(taken ?? item);
        }
        else if (taken != null)
        {
            Set(taken);
        }
        else if (isRead)
        {
            Remove(item);
        }
        else
        {
            _initial?.SetUndecodable(ObjectKey.Of(item));
        }

        Advance(item.Metadata.ResourceVersion);
    }

    private void Set(T item)
    {
        if (_initial is { } initial)
        {
            initial.Set(item);
        }
        else
        {
            sink.Set(item);
        }
    }

    private void Remove(T item)
    {
        if (_initial is { } initial)
        {
            initial.Remove(ObjectKey.Of(item));
        }
        else
        {
            sink.Remove(item);
        }
    }

    /// <summary>An object can't be read: what is known of it stays. That it is gone must be learned otherwise.</summary>
    private Setback? Keep(WatchEventType type, UndecodableObject undecodable)
    {
        if (type != WatchEventType.Unknown && undecodable.ResourceVersion.Length > 0)
        {
            Advance(undecodable.ResourceVersion);
        }

        if (type == WatchEventType.Deleted)
        {
            return new Setback(SetbackKind.Failed, $"an object is gone that can't be read: {undecodable.Problem}");
        }

        if (undecodable.Key is { } key && type is WatchEventType.Added or WatchEventType.Modified)
        {
            _initial?.SetUndecodable(key);
        }

        return null;
    }

    private void ShowInitial(ObjectMeta bookmark)
    {
        if (_initial is { } initial && bookmark.Annotations.TryGetValue(InitialEventsEnd, out string? text) && text == "true")
        {
            _initial = null;
            initial.ShowTo(sink, bookmark.ResourceVersion);
        }
    }

    private void Advance(string version)
    {
        Events++;
        if (!_isInNoOrder && version.Length > 0)
        {
            Version = version;
        }
    }
}
