namespace Webhooks.Sandbox.Storage;

/// <summary>
/// Objects in the order of their keys, in runs of at most 512: a write moves a bounded number of references, however
/// many objects there are.
/// </summary>
/// <remarks>Not thread safe. Keys compare as bytes do, so that <c>a-b/x</c> stands before <c>a/x</c> as in etcd.</remarks>
internal sealed class ObjectIndex
{
    private const int Most = 512;

    private readonly List<List<StoredObject>> _runs = [];

    /// <summary>How many objects there are.</summary>
    public int Count { get; private set; }

    /// <summary>The object of that key, or <c>null</c>.</summary>
    public StoredObject? Find(string key)
    {
        (int run, int place, bool found) = Locate(key);
        return found ? _runs[run][place] : null;
    }

    /// <summary>Puts an object in its place, or in the place of the one of the same key.</summary>
    public void Set(StoredObject value)
    {
        (int run, int place, bool found) = Locate(value.Key);
        if (found)
        {
            _runs[run][place] = value;
            return;
        }

        Count++;
        if (_runs.Count == 0)
        {
            _runs.Add([value]);
            return;
        }

        List<StoredObject> objects = _runs[run];
        objects.Insert(place, value);
        if (objects.Count > Most)
        {
            _runs.Insert(run + 1, objects.GetRange(Most / 2, objects.Count - (Most / 2)));
            objects.RemoveRange(Most / 2, objects.Count - (Most / 2));
        }
    }

    /// <summary>Takes the object of that key out, if there is one.</summary>
    public void Remove(string key)
    {
        (int run, int place, bool found) = Locate(key);
        if (!found)
        {
            return;
        }

        Count--;
        _runs[run].RemoveAt(place);
        if (_runs[run].Count == 0)
        {
            _runs.RemoveAt(run);
        }
    }

    /// <summary>The objects whose keys start with a prefix, in order.</summary>
    /// <param name="prefix">Such as <c>default/</c>; empty for all.</param>
    public List<StoredObject> Range(string prefix)
    {
        List<StoredObject> range = prefix.Length == 0 ? new(Count) : [];
        (int run, int place, _) = Locate(prefix);
        for (; run < _runs.Count; run++, place = 0)
        {
            List<StoredObject> objects = _runs[run];
            if (prefix.Length == 0 || (objects.Count > place && objects[^1].Key.StartsWith(prefix, StringComparison.Ordinal)))
            {
                range.AddRange(objects[place..]);
                continue;
            }

            for (; place < objects.Count && objects[place].Key.StartsWith(prefix, StringComparison.Ordinal); place++)
            {
                range.Add(objects[place]);
            }

            if (place < objects.Count)
            {
                break;
            }
        }

        return range;
    }

    /// <summary>Where a key stands, or would be put.</summary>
    private (int Run, int Place, bool Found) Locate(string key)
    {
        int low = 0;
        int high = _runs.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (string.CompareOrdinal(_runs[middle][0].Key, key) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _runs.Count == 0 ? (0, 0, false) : LocateIn(low, key);
    }

    private (int Run, int Place, bool Found) LocateIn(int run, string key)
    {
        List<StoredObject> objects = _runs[run];
        int low = 0;
        int high = objects.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(objects[middle].Key, key);
            if (order == 0)
            {
                return (run, middle, true);
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return (run, low, false);
    }
}
