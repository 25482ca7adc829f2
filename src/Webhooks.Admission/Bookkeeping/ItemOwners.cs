namespace Webhooks.Admission.Bookkeeping;

/// <summary>Which templates brought what: those of a proven status, and those that were merged so far.</summary>
internal sealed class ItemOwners
{
    /// <summary>Up to so many items they are looked for one after the other.</summary>
    private const int Few = 64;
    private readonly int _standing;
    private Dictionary<string, int>? _firstOwners;
    private int _items;

    public ItemOwners(IReadOnlyList<TemplateEntry> standing)
    {
        _standing = standing.Count;
        Entries = new List<TemplateEntry>(_standing + 1);
        Entries.AddRange(standing);
        for (int i = 0; i < _standing; i++)
        {
            _items += standing[i].Added.Count;
        }
    }

    /// <summary>The entries, those of earlier injections first.</summary>
    public List<TemplateEntry> Entries { get; }

    /// <summary>The entry of the template that first brought an item; <c>null</c>: it is the workload's own.</summary>
    public TemplateEntry? OwnerOf(string item) => OwnerOf(item, Entries.Count);

    /// <summary>True for what an earlier injection brought.</summary>
    public bool IsStanding(string item) => OwnerOf(item, _standing) != null;

    /// <summary>Whether a template created that parent.</summary>
    /// <param name="parent">The parent's path.</param>
    /// <param name="wasNull">Whether it stood there as <c>null</c>.</param>
    public bool IsMade(string parent, out bool wasNull)
    {
        foreach (TemplateEntry entry in Entries)
        {
            if (entry.Made.Contains(parent))
            {
                wasNull = entry.Was?.ContainsKey(parent) == true;
                return true;
            }
        }

        wasNull = false;
        return false;
    }

    public void Enter(TemplateEntry entry)
    {
        Entries.Add(entry);
        _items += entry.Added.Count;
        if (_firstOwners != null)
        {
            Index(Entries.Count - 1);
        }
    }

    /// <summary>
    /// Gives an item, and the user's value that it replaced, from those that list it to another. Their entries stay
    /// as they are, and have others here in their places.
    /// </summary>
    public void TakeOver(string item, TemplateEntry other)
    {
        for (int i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Added.Contains(item))
            {
                other.Share(Entries[i], item);
                Entries[i] = Entries[i].Without(item);
            }
        }

        _firstOwners = null;
    }

    private TemplateEntry? OwnerOf(string item, int count)
    {
        if (_items > Few)
        {
            if (_firstOwners == null)
            {
                _firstOwners = new Dictionary<string, int>(_items, StringComparer.Ordinal);
                for (int i = 0; i < Entries.Count; i++)
                {
                    Index(i);
                }
            }

            return _firstOwners.TryGetValue(item, out int first) && first < count ? Entries[first] : null;
        }

        for (int i = 0; i < count; i++)
        {
            if (Entries[i].Added.Contains(item))
            {
                return Entries[i];
            }
        }

        return null;
    }

    private void Index(int entry)
    {
        foreach (string item in Entries[entry].Added)
        {
            _firstOwners!.TryAdd(item, entry);
        }
    }
}
