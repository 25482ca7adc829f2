namespace Webhooks.Resources.Json;

/// <summary>Steps through the members of an object or the items of an array as they stand in a draft, without taking anything apart.</summary>
/// <remarks>A value type without allocation. The draft must not change meanwhile.</remarks>
public struct DraftCursor
{
    private readonly DraftMembers? _members;
    private readonly DraftItems? _items;
    private JsonCursor _sent;
    private int _at = -1;

    /// <summary>A cursor before the first member or item; over anything but a container it has none.</summary>
    public DraftCursor(DraftPart container)
    {
        _members = container.TakenApart?.Members;
        _items = container.TakenApart?.ItemsApart;
        _sent = new JsonCursor(container.Value);
    }

    /// <summary>The part that the cursor stands on.</summary>
    public readonly DraftPart Part =>
        _members != null ? PartOf(_members[_at].Value, _members[_at].Draft)
        : _items != null ? PartOf(_items.Peek(_at).Value, _items.Peek(_at).Draft)
        : new DraftPart(_sent.Value);

    /// <summary>The name of the member that the cursor stands on; of objects only.</summary>
    public readonly string Name => _members != null ? _members[_at].Name : _sent.Name;

    /// <summary>Steps on.</summary>
    /// <returns>False when there is no further member or item.</returns>
    public bool MoveNext() =>
        _members == null && _items == null ? _sent.MoveNext() : ++_at < (_members?.Count ?? _items!.Count);

    /// <summary>What a table has for the name of the member that the cursor stands on.</summary>
    public readonly T? Find<T>(NameTable<T> table)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(table);
        return _members == null ? table.Find(_sent.NameValue) : _members[_at].Find(table);
    }

    private static DraftPart PartOf(JsonValue value, JsonDraft? draft) => draft == null ? new DraftPart(value) : new DraftPart(draft);
}
