using System.Diagnostics.CodeAnalysis;

namespace Webhooks.Sandbox.Storage;

/// <summary>A reader's place among the changes of a collection. It holds no queue: a reader that is slow costs nothing, and is told when it has lost its place.</summary>
/// <remarks>For one reader.</remarks>
internal sealed class ChangeCursor(Store store, Collection collection, string prefix, long place, long after)
{
    private long _place = place;
    private Task _signal = Task.CompletedTask;

    /// <summary>The revision up to which this reader has been told everything; less than that from which it reads, where that has not come yet.</summary>
    public long Revision { get; private set; }

    /// <summary>The next change, if there is one.</summary>
    /// <param name="change">The change.</param>
    /// <param name="end">Whether nothing more comes, and why.</param>
    /// <returns>False when there is none for now.</returns>
    public bool TryRead([NotNullWhen(true)] out Change? change, out CursorEnd end)
    {
        (change, end) = store.Locked(Step);
        return change != null;
    }

    /// <summary>Waits until there may be another change.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _signal.WaitAsync(cancellation);

    private (Change? Change, CursorEnd End) Step()
    {
        if (_place < collection.Changes.First)
        {
            return (null, CursorEnd.Lost);
        }

        while (_place < collection.Changes.Next)
        {
            Change change = collection.Changes[_place];
            if (collection.Held is { } held && change.Revision > held.Revision)
            {
                break;
            }

            _place++;
            if (change.Revision > after && change.Object.Key.StartsWith(prefix, StringComparison.Ordinal))
            {
                return (change, CursorEnd.None);
            }
        }

        Revision = collection.Held?.Revision ?? store.Revision;
        _signal = collection.Signal.Task;
        return (null, collection.IsClosed ? CursorEnd.Closed : CursorEnd.None);
    }
}
