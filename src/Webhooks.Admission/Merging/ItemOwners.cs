namespace Webhooks.Admission.Merging;

/// <summary>Which templates brought what: from a proven status, and from the templates that were merged so far.</summary>
internal sealed class ItemOwners
{
    private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _parents = new(StringComparer.Ordinal);

    /// <summary>The template that first brought an item; <c>null</c>: it is the workload's own.</summary>
    public string? OwnerOf(string item) => _items.GetValueOrDefault(item);

    /// <summary>Whether a template created that parent.</summary>
    /// <param name="parent">The parent's path.</param>
    /// <param name="wasNull">Whether it stood there as <c>null</c>.</param>
    public bool IsMade(string parent, out bool wasNull) => _parents.TryGetValue(parent, out wasNull);

    public void Enter(TemplateEntry entry)
    {
        foreach (string item in entry.Added)
        {
            _items.TryAdd(item, entry.Template);
        }

        foreach (string parent in entry.Made)
        {
            _parents.TryAdd(parent, entry.Was.ContainsKey(parent));
        }
    }
}
