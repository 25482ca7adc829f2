namespace Webhooks.Sandbox.Storage;

/// <summary>The latest changes of a collection, oldest first; what a watch can still be told.</summary>
/// <remarks>Not thread safe: its collection's lock guards it. Places are counted from the collection's first change on.</remarks>
internal sealed class ChangeLog(int most)
{
    private Change[] _ring = new Change[Math.Min(16, most)];
    private int _count;

    /// <summary>The place of the oldest change that is kept.</summary>
    public long First { get; private set; }

    /// <summary>The place that the next change will have.</summary>
    public long Next => First + _count;

    /// <summary>The change at a place from <see cref="First"/> to before <see cref="Next"/>.</summary>
    public Change this[long place] => _ring[(int)(place % _ring.Length)];

    /// <summary>Adds a change; the oldest goes when there are too many.</summary>
    /// <returns>The change that went, or <c>null</c>.</returns>
    public Change? Add(Change change)
    {
        Change? gone = null;
        if (_count == _ring.Length)
        {
            if (_count < most)
            {
                Grow();
            }
            else
            {
                gone = this[First];
                First++;
                _count--;
            }
        }

        _ring[(int)(Next % _ring.Length)] = change;
        _count++;
        return gone;
    }

    /// <summary>The place of the first change after a revision.</summary>
    public long PlaceAfter(long revision)
    {
        long low = First;
        long high = Next;
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (this[middle].Revision <= revision)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Grow()
    {
        Change[] larger = new Change[Math.Min(most, _ring.Length * 2)];
        for (long place = First; place < Next; place++)
        {
            larger[(int)(place % larger.Length)] = this[place];
        }

        _ring = larger;
    }
}
