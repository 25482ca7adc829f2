using Webhooks.Admission.Bookkeeping;

namespace Webhooks.Admission.Merging;

/// <summary>What the steps of merging one template share.</summary>
/// <param name="Recorder">Takes the additions of all templates.</param>
/// <param name="Owners">Who brought what before this template.</param>
/// <param name="Entry">What this template adds.</param>
/// <param name="Collisions">What it could not add.</param>
internal sealed record MergeRun(PatchRecorder Recorder, ItemOwners Owners, TemplateEntry Entry, List<Collision> Collisions)
{
    /// <summary>
    /// Decides about an item that stands there already: one that another template brought is shared when it is the
    /// same and collides when it differs; the workload's own is kept.
    /// </summary>
    /// <returns>True when the item is a template's.</returns>
    public bool Share(string path, bool isSame)
    {
        string? owner = Owners.OwnerOf(path);
        if (owner == null)
        {
            return false;
        }

        if (isSame)
        {
            Entry.Added.Add(path);
        }
        else
        {
            Collide(path, $"template {owner} brings another");
        }

        return true;
    }

    /// <summary>Notes that an item was left out.</summary>
    public void Collide(string path, string reason) => Collisions.Add(new Collision(Entry.Template, path, reason));
}
