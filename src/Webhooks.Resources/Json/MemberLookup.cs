namespace Webhooks.Resources.Json;

/// <summary>Finds many members of one object: one after the other where it has few, at once where it has many.</summary>
/// <remarks>Immutable. Up to 16 members nothing is allocated; else an entry per member, once.</remarks>
public readonly struct MemberLookup
{
    private const int Few = 16;
    private readonly JsonValue _container;
    private readonly Dictionary<string, JsonValue>? _byName;

    /// <summary>A look-up in <paramref name="container"/>; anything but an object has no members.</summary>
    public MemberLookup(JsonValue container)
    {
        _container = container;
        if (container.Kind == JsonKind.Object && container.Count > Few)
        {
            _byName = new Dictionary<string, JsonValue>(container.Count, StringComparer.Ordinal);
            JsonCursor members = new(container);
            while (members.MoveNext())
            {
                _byName.TryAdd(members.Name, members.Value);
            }
        }
    }

    /// <summary>The member of that name; missing when there is none.</summary>
    public JsonValue this[string name] => _byName == null ? _container[name] : _byName.GetValueOrDefault(name);

    /// <summary>The member of the name that a string says; missing when there is none.</summary>
    public JsonValue this[JsonValue name] =>
        _byName == null && name.TryGetPlainText(out ReadOnlySpan<byte> plain) ? _container[plain] : this[name.GetString()];
}
