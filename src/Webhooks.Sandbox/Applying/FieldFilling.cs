namespace Webhooks.Sandbox.Applying;

/// <summary>Sets of fields that are filled on one walk through an object: each knows where the walk is.</summary>
/// <remarks>For one use. Sets on the way are made only when a field is put in.</remarks>
internal sealed class FieldFilling
{
    private readonly List<string> _path = [];
    private readonly FieldSet[] _sets;
    private readonly List<FieldSet>[] _holders;

    /// <summary>So many sets, empty, at the object.</summary>
    public FieldFilling(int sets)
    {
        _sets = [.. Enumerable.Range(0, sets).Select(_ => new FieldSet())];
        _holders = Array.ConvertAll(_sets, set => new List<FieldSet> { set });
    }

    /// <summary>A set.</summary>
    public FieldSet this[int set] => _sets[set];

    /// <summary>Goes to a field.</summary>
    public void Into(string element) => _path.Add(element);

    /// <summary>Goes one step back.</summary>
    public void Back()
    {
        _path.RemoveAt(_path.Count - 1);
        foreach (List<FieldSet> holders in _holders)
        {
            if (holders.Count > _path.Count + 1)
            {
                holders.RemoveAt(holders.Count - 1);
            }
        }
    }

    /// <summary>Puts the field where the walk is into a set; the object as a whole is none.</summary>
    public void Insert(int set)
    {
        if (_path.Count == 0)
        {
            return;
        }

        List<FieldSet> holders = _holders[set];
        while (holders.Count < _path.Count)
        {
            holders.Add(holders[^1].Enter(_path[holders.Count - 1]));
        }

        holders[_path.Count - 1].Insert(_path[^1]);
    }
}
