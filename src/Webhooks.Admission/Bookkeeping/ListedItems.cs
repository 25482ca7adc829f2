using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>What statuses list, whichever template brought it: items, the parents made for them, and what stood there before.</summary>
internal sealed class ListedItems
{
    private readonly List<string> _paths = [];
    private readonly List<string> _made = [];
    private readonly Dictionary<string, string> _was = new(StringComparer.Ordinal);

    public ListedItems(params IEnumerable<TemplateEntry> entries)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        HashSet<string> knownParents = new(StringComparer.Ordinal);
        foreach (TemplateEntry entry in entries)
        {
            _paths.AddRange(entry.Added.Where(known.Add));
            _made.AddRange(entry.Made.Where(knownParents.Add));
            foreach ((string path, string value) in entry.Was ?? [])
            {
                _was.TryAdd(path, value);
            }
        }

        // The parents inside others first.
        _made.Sort((left, right) => right.Length.CompareTo(left.Length));
    }

    /// <summary>The items, each once.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>What stood in an item's place, or a made parent's, as JSON; <c>null</c>: nothing.</summary>
    public string? Was(string path) => _was.GetValueOrDefault(path);

    /// <summary>Takes items off the list: they are the user's.</summary>
    public void Forget(IReadOnlySet<string> paths) => _paths.RemoveAll(paths.Contains);

    /// <summary>Takes all items off a pod template, and then the parents that were made for them and are empty now.</summary>
    /// <param name="podTemplate">The pod template; changed.</param>
    /// <param name="status">The annotation that lists them; it goes too.</param>
    /// <param name="isLeft">Items that stay as they stand.</param>
    /// <param name="restoresNulls">Whether a parent that stood there as <c>null</c> comes back as such.</param>
    public void TakeOff(JsonDraft podTemplate, string status, IReadOnlySet<string> isLeft, bool restoresNulls = false)
    {
        foreach (string path in _paths)
        {
            if (!isLeft.Contains(path) && ItemPlace.TryFind(podTemplate, path, out ItemPlace place))
            {
                if (place.Name != null && Was(path) is { } was)
                {
                    place.Parent.Set(place.Name, new JsonDraft(JsonTree.Parse(was).Root));
                }
                else
                {
                    place.Remove();
                }
            }
        }

        if (podTemplate.Find("metadata")?.Find("annotations") is { Kind: JsonKind.Object } annotations)
        {
            annotations.Remove(status);
        }

        foreach (string parent in _made)
        {
            if (!ItemPlace.TryFind(podTemplate, parent, out ItemPlace place) || place.Draft is not { Kind: JsonKind.Object or JsonKind.Array, Count: 0 })
            {
                continue;
            }

            if (restoresNulls && Was(parent) is { } was && place.Name != null)
            {
                place.Parent.Set(place.Name, new JsonDraft(JsonTree.Parse(was).Root));
            }
            else
            {
                place.Remove();
            }
        }
    }
}
