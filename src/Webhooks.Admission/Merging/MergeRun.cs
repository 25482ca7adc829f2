using Webhooks.Admission.Bookkeeping;

namespace Webhooks.Admission.Merging;

/// <summary>What the steps of merging templates share.</summary>
/// <param name="recorder">Takes the additions of all templates.</param>
/// <param name="owners">Who brought what before.</param>
internal sealed class MergeRun(PatchRecorder recorder, ItemOwners owners)
{
    private TemplateEntry? _entry;

    public PatchRecorder Recorder { get; } = recorder;

    public ItemOwners Owners { get; } = owners;

    /// <summary>What the template adds that is merged now.</summary>
    public TemplateEntry Entry
    {
        get => _entry!;
        set => _entry = value;
    }

    /// <summary>What could not be added.</summary>
    public List<Collision> Collisions { get; } = [];

    /// <summary>
    /// Decides about an item that stands there already: one that another template brought is shared when it is the
    /// same and collides when it differs; the workload's own is kept.
    /// </summary>
    /// <returns>True when the item is a template's.</returns>
    public bool Share(string path, bool isSame)
    {
        if (Owners.OwnerOf(path) is not { } owner)
        {
            return false;
        }

        if (isSame)
        {
            Entry.Share(owner, path);
        }
        else
        {
            Collide(path, $"template {owner.Template} brings another");
        }

        return true;
    }

    /// <summary>Notes that an item was left out.</summary>
    public void Collide(string path, string reason) => Collisions.Add(new Collision(path, reason));
}
