using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <summary>The objects of one resource and their latest changes.</summary>
/// <remarks>Guarded by the lock of its <see cref="Store"/>; made by it alone.</remarks>
internal sealed class Collection(GroupResource resource, long since, int keptChanges)
{
    /// <summary>Whose objects these are.</summary>
    public GroupResource Resource { get; } = resource;

    /// <summary>The objects as they are now.</summary>
    public ObjectIndex Objects { get; } = new();

    /// <summary>The latest changes.</summary>
    public ChangeLog Changes { get; } = new(keptChanges);

    /// <summary>The earliest revision after which every change is kept.</summary>
    public long Since { get; private set; } = since;

    /// <summary>The revision of the latest change.</summary>
    public long Latest { get; private set; } = since;

    /// <summary>Whether it is gone: its watches end.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Ends with the next change, or when the collection is closed.</summary>
    public TaskCompletionSource Signal { get; private set; } = NewSignal();

    /// <summary>What the watch cache shows while it is held; <c>null</c> while it shows what is.</summary>
    public Snapshot? Held { get; private set; }

    /// <summary>Whether it cannot tell any more what it held at a revision. One that is younger than the revision held nothing then.</summary>
    public bool HasForgotten(long revision) => revision < Since && Changes.First > 0;

    /// <summary>Holds the watch cache where it is, or lets it go on.</summary>
    public void Hold(Snapshot? held)
    {
        Held = held;
        Wake();
    }

    /// <summary>Takes a change in.</summary>
    public void Apply(Change change)
    {
        if (change.Kind == ChangeKind.Deleted)
        {
            Objects.Remove(change.Object.Key);
        }
        else
        {
            Objects.Set(change.Object);
        }

        Latest = change.Revision;
        Since = Changes.Add(change)?.Revision ?? Since;
        Wake();
    }

    /// <summary>Closes it: nothing more will happen to it.</summary>
    public void Close()
    {
        IsClosed = true;
        Wake();
    }

    /// <summary>The objects under a prefix as they were at a revision that is not before <see cref="Since"/>, in order.</summary>
    public List<StoredObject> RangeAt(string prefix, long revision)
    {
        List<StoredObject> range = Objects.Range(prefix);
        Dictionary<string, StoredObject?> before = new(StringComparer.Ordinal);
        for (long place = Changes.Next - 1; place >= Changes.First && Changes[place].Revision > revision; place--)
        {
            Change change = Changes[place];
            if (change.Object.Key.StartsWith(prefix, StringComparison.Ordinal))
            {
                before[change.Object.Key] = change.Previous;
            }
        }

        if (before.Count == 0)
        {
            return range;
        }

        List<StoredObject> then = [.. range.Where(item => !before.ContainsKey(item.Key)), .. before.Values.OfType<StoredObject>()];
        then.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return then;
    }

    private void Wake()
    {
        TaskCompletionSource signal = Signal;
        Signal = NewSignal();
        signal.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
