namespace Webhooks.Admission.Bookkeeping;

/// <summary>What one template added to a pod template: one member of the status annotation.</summary>
internal sealed class TemplateEntry(string template, string hash)
{
    public string Template { get; } = template;

    /// <summary>The template's hash when it was injected.</summary>
    public string Hash { get; } = hash;

    /// <summary>Item paths, in the order in which they were added.</summary>
    public List<string> Added { get; } = [];

    /// <summary>Paths of the parents that were created for them.</summary>
    public List<string> Made { get; } = [];

    /// <summary>
    /// The user's values that were replaced, as JSON text, by path; the <c>null</c> of a created parent included.
    /// <c>null</c> for none.
    /// </summary>
    public SortedDictionary<string, string>? Was { get; private set; }

    /// <summary>
    /// Parts that items it added went without, because they collided: what the template says is not all that stands
    /// there. <c>null</c> for none.
    /// </summary>
    public List<string>? LeftOut { get; private set; }

    public void AddWas(string path, string json) => (Was ??= new(StringComparer.Ordinal))[path] = json;

    /// <summary>Adds an item that another template brought, and the user's value that it replaced.</summary>
    public void Share(TemplateEntry owner, string item)
    {
        if (Added.Contains(item))
        {
            return;
        }

        Added.Add(item);
        if (owner.Was?.GetValueOrDefault(item) is { } value)
        {
            AddWas(item, value);
        }
    }

    /// <summary>The same entry without one item.</summary>
    public TemplateEntry Without(string item)
    {
        TemplateEntry rest = new(Template, Hash);
        rest.Added.AddRange(Added.Where(one => one != item));
        rest.Made.AddRange(Made);
        rest.LeftOut = LeftOut;
        foreach ((string path, string value) in Was?.Where(one => one.Key != item) ?? [])
        {
            rest.AddWas(path, value);
        }

        return rest;
    }

    public void LeaveOut(string part) => (LeftOut ??= []).Add(part);

    public void AddMade(string parent, bool wasNull)
    {
        if (!Made.Contains(parent))
        {
            Made.Add(parent);
            if (wasNull)
            {
                AddWas(parent, "null");
            }
        }
    }
}
