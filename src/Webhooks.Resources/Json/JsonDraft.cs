namespace Webhooks.Resources.Json;

/// <summary>
/// A working copy of a JSON value that can be changed, over an immutable source: only the containers on the way to
/// a change are taken apart, everything else stays the bytes that were sent.
/// </summary>
/// <remarks>
/// Not thread safe. Changing a draft never changes its source. A draft put into another is part of it from then on:
/// give each draft one place. Taking a container apart costs about 32 bytes per member or 24 per item, once;
/// look-ups by name are linear in the members.
/// </remarks>
public sealed class JsonDraft
{
    /// <summary>A draft that equals <paramref name="source"/>.</summary>
    public JsonDraft(JsonValue source)
    {
        if (source.IsMissing)
        {
            throw new ArgumentException("a missing value has no draft", nameof(source));
        }

        Source = source;
    }

    private JsonDraft(DraftMembers? members, DraftItems? items)
    {
        Members = members;
        ItemsApart = items;
    }

    /// <summary>What it is.</summary>
    public JsonKind Kind => Members != null ? JsonKind.Object : ItemsApart != null ? JsonKind.Array : Source.Kind;

    /// <summary>Of an object its members, of an array its items, else 0.</summary>
    public int Count => Members?.Count ?? ItemsApart?.Count ?? Source.Count;

    /// <summary>The value it still is, where nothing was taken apart; else missing.</summary>
    public JsonValue Source { get; private set; }

    /// <summary>The items of an array, each to be changed in place; the list follows later changes.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public IReadOnlyList<JsonDraft> Items => ItemList();

    /// <summary>The members, once taken apart.</summary>
    internal DraftMembers? Members { get; private set; }

    /// <summary>The items, once taken apart.</summary>
    internal DraftItems? ItemsApart { get; private set; }

    /// <summary>
    /// The item at that index as it stands in the source; missing where it was taken apart. Unlike
    /// <see cref="Items"/> it allocates nothing.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public JsonValue PeekItem(int index)
    {
        (JsonValue value, JsonDraft? draft) = ItemList().Peek(index);
        return draft?.Source ?? value;
    }

    /// <summary>A draft of an object to be filled: it has no member yet.</summary>
    public static JsonDraft EmptyObject() => new(new DraftMembers(), null);

    /// <summary>A draft of an array to be filled: it has no item yet.</summary>
    public static JsonDraft EmptyArray() => new(null, new DraftItems());

    /// <summary>The member of that name, to be changed in place; <c>null</c> when there is none or this is no object.</summary>
    public JsonDraft? Find(string name)
    {
        if (Kind != JsonKind.Object || (Members == null && Source[name].IsMissing))
        {
            return null;
        }

        DraftMembers members = MemberList();
        int index = members.IndexOf(name);
        return index < 0 ? null : members.Child(index);
    }

    /// <summary>
    /// The value of the member of that name, for reading; missing when there is none, and when it was taken apart,
    /// as <see cref="Find"/> followed by a change does.
    /// </summary>
    public JsonValue FindSource(string name)
    {
        if (Members == null)
        {
            return Source[name];
        }

        int index = Members.IndexOf(name);
        return index < 0 ? default : Members[index].Draft?.Source ?? Members[index].Value;
    }

    /// <summary>Sets a member: in the place of the one of that name, else behind the last.</summary>
    /// <exception cref="InvalidOperationException">This is no object.</exception>
    public void Set(string name, JsonDraft value)
    {
        ArgumentNullException.ThrowIfNull(value);
        MemberList().Set(name, value);
    }

    /// <summary>Takes a member out.</summary>
    /// <returns>The member taken out; <c>null</c> when there was none.</returns>
    /// <exception cref="InvalidOperationException">This is no object.</exception>
    public JsonDraft? Remove(string name)
    {
        DraftMembers members = MemberList();
        int index = members.IndexOf(name);
        return index < 0 ? null : members.RemoveAt(index);
    }

    /// <summary>Inserts an item before the one at <paramref name="index"/>; at <see cref="Count"/>, behind the last.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public void Insert(int index, JsonDraft item)
    {
        ArgumentNullException.ThrowIfNull(item);
        ItemList().Insert(index, item);
    }

    /// <summary>Puts an item in the place of another.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public void SetItem(int index, JsonDraft item)
    {
        ArgumentNullException.ThrowIfNull(item);
        ItemList()[index] = item;
    }

    /// <summary>Takes an item out.</summary>
    /// <exception cref="InvalidOperationException">This is no array.</exception>
    public JsonDraft RemoveItem(int index) => ItemList().RemoveAt(index);

    /// <summary>Writes the draft. No recursion.</summary>
    public void Write(JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        DraftWriting.Write(this, writer);
    }

    /// <summary>The draft as it is now, as a document of its own that later changes do not touch.</summary>
    /// <param name="policy">Bounds for the result where anything was taken apart. Default: <see cref="JsonPolicy.Strict"/>.</param>
    /// <exception cref="JsonFormatException">The result is larger or deeper than the policy allows.</exception>
    public JsonValue Freeze(JsonPolicy? policy = null)
    {
        if (!Source.IsMissing)
        {
            return Source;
        }

        using PooledBuffer buffer = new(PooledBuffer.UsualObject);
        Write(new JsonWriter(buffer));
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), policy).Compact().Root;
    }

    private DraftMembers MemberList()
    {
        if (Members == null)
        {
            Members = Kind == JsonKind.Object
                ? new DraftMembers(Source)
                : throw new InvalidOperationException($"{Kind} has no members");
            Source = default;
        }

        return Members;
    }

    private DraftItems ItemList()
    {
        if (ItemsApart == null)
        {
            ItemsApart = Kind == JsonKind.Array
                ? new DraftItems(Source)
                : throw new InvalidOperationException($"{Kind} has no items");
            Source = default;
        }

        return ItemsApart;
    }
}
