using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds to the working copy and writes down the operation that does the same. What is added inside something that
/// an operation brings goes into that operation's value, so that every operation is needed.
/// </summary>
internal sealed class PatchRecorder
{
    private readonly List<(JsonPointer Path, JsonDraft Value)> _additions = [];

    /// <summary>The member of that name; <c>null</c> when there is none.</summary>
    public Place? Child(Place parent, string name) => parent.Draft.Find(name) is { } child
        ? new Place(child, parent.Pointer.Append(name), parent.IsFresh || Brings(child))
        : null;

    /// <summary>The item at that index.</summary>
    public Place Item(Place list, int index)
    {
        JsonDraft item = list.Draft.Items[index];
        return new Place(item, list.Pointer.Append(index), list.IsFresh || Brings(item));
    }

    public Place AddMember(Place parent, string name, JsonDraft value)
    {
        JsonPointer path = parent.Pointer.Append(name);
        if (!parent.IsFresh)
        {
            _additions.Add((path, value));
        }

        parent.Draft.Set(name, value);
        return new Place(value, path, IsFresh: true);
    }

    /// <summary>Adds an item before the one at that index; at the list's length, behind the last.</summary>
    public void Insert(Place list, int index, JsonDraft item)
    {
        if (!list.IsFresh)
        {
            _additions.Add((index == list.Draft.Count ? list.Pointer.Append("-") : list.Pointer.Append(index), item));
        }

        list.Draft.Insert(index, item);
    }

    public JsonPatch ToPatch()
    {
        PatchOperation[] operations = new PatchOperation[_additions.Count];
        for (int i = 0; i < operations.Length; i++)
        {
            operations[i] = PatchOperation.Add(_additions[i].Path, _additions[i].Value.Freeze());
        }

        return new JsonPatch(operations);
    }

    private bool Brings(JsonDraft draft)
    {
        foreach ((_, JsonDraft value) in _additions)
        {
            if (ReferenceEquals(value, draft))
            {
                return true;
            }
        }

        return false;
    }
}
