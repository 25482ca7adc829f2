namespace Webhooks.Admission.Bookkeeping;

/// <summary>Which templates brought what: those of a proven status, and those that were merged so far.</summary>
internal sealed class ItemOwners
{
    private readonly List<TemplateEntry> _entries;

    public ItemOwners(IReadOnlyList<TemplateEntry> proven)
    {
        _entries = new List<TemplateEntry>(proven.Count + 1);
        _entries.AddRange(proven);
    }

    /// <summary>The template that first brought an item; <c>null</c>: it is the workload's own.</summary>
    public string? OwnerOf(string item)
    {
        foreach (TemplateEntry entry in _entries)
        {
            if (entry.Added.Contains(item))
            {
                return entry.Template;
            }
        }

        return null;
    }

    /// <summary>Whether a template created that parent.</summary>
    /// <param name="parent">The parent's path.</param>
    /// <param name="wasNull">Whether it stood there as <c>null</c>.</param>
    public bool IsMade(string parent, out bool wasNull)
    {
        foreach (TemplateEntry entry in _entries)
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

    public void Enter(TemplateEntry entry) => _entries.Add(entry);
}
