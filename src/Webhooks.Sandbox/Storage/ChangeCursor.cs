using System.Diagnostics.CodeAnalysis;

namespace Webhooks.Sandbox.Storage;

/// <summary>A reader's place among the changes of a collection. It holds no more than a handful of them: a reader that is slow costs nothing, and is told when it has lost its place.</summary>
/// <remarks>For one reader.</remarks>
internal sealed class ChangeCursor(Store store, Collection collection, string prefix, long place, long after)
{
    /// <summary>As many changes are taken at a time: readers are many, and the store's lock is one.</summary>
    private const int Handful = 16;

    private readonly Queue<Change> _taken = new();
    private long _place = place;
    private bool _isAtEnd;
    private CursorEnd _end;

    /// <summary>The revision up to which this reader has been told everything; less than that from which it reads, where that has not come yet.</summary>
    public long Revision { get; private set; }

    /// <summary>Ends when there may be another change than those read until there was none.</summary>
    public Task More { get; private set; } = Task.CompletedTask;

    /// <summary>The next change, if there is one.</summary>
    /// <param name="change">The change.</param>
    /// <param name="end">Whether nothing more comes, and why.</param>
    /// <returns>False when there is none for now.</returns>
    public bool TryRead([NotNullWhen(true)] out Change? change, out CursorEnd end)
    {
        if (_taken.Count == 0 && !_isAtEnd)
        {
            store.Locked(this, static cursor => cursor.Take());
        }

        if (_taken.TryDequeue(out change))
        {
            end = CursorEnd.None;
            return true;
        }

        _isAtEnd = false;
        end = _end;
        return false;
    }

    private void Take()
    {
        if (_place < collection.Changes.First)
        {
            (_isAtEnd, _end) = (true, CursorEnd.Lost);
            return;
        }

        for (; _place < collection.Changes.Next; _place++)
        {
            Change change = collection.Changes[_place];
            if (collection.Held is { } held && change.Revision > held.Revision)
            {
                break;
            }

            if (change.Revision > after && change.Object.Key.StartsWith(prefix, StringComparison.Ordinal))
            {
                if (_taken.Count == Handful)
                {
                    return;
                }

                _taken.Enqueue(change);
            }
        }

        Revision = collection.Held?.Revision ?? store.Revision;
        More = collection.Signal.Task;
        (_isAtEnd, _end) = (true, collection.IsClosed ? CursorEnd.Closed : CursorEnd.None);
    }
}
