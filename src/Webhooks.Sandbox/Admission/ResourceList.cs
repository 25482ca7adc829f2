using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Admission;

/// <summary>Amounts by the names of resources, in the order of these: <c>cpu</c> 500m, <c>requests.memory</c> 1Gi.</summary>
/// <remarks>Sums keep the format of what stands first, as in Go. Not thread safe while it is filled.</remarks>
internal sealed class ResourceList
{
    private readonly SortedList<string, Quantity> _amounts = new(StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public IList<string> Names => _amounts.Keys;

    /// <summary>Whether it has no amount.</summary>
    public bool IsEmpty => _amounts.Count == 0;

    /// <summary>The amount of that name.</summary>
    public Quantity this[string name]
    {
        get => _amounts[name];
        set => _amounts[name] = value;
    }

    /// <summary>The amounts that an object has as members; none where there is no object.</summary>
    public static ResourceList Read(JsonValue amounts)
    {
        ResourceList list = new();
        JsonCursor cursor = new(amounts.Kind == JsonKind.Object ? amounts : default);
        while (cursor.MoveNext())
        {
            if (QuantityJson.TryRead(cursor.Value, out Quantity amount, out _))
            {
                list[cursor.Name] = amount;
            }
        }

        return list;
    }

    /// <summary>Whether there is an amount of that name.</summary>
    public bool Has(string name) => _amounts.ContainsKey(name);

    /// <summary>Whether there is an amount of that name, and which.</summary>
    public bool TryGet(string name, out Quantity amount) => _amounts.TryGetValue(name, out amount);

    /// <summary>Adds amounts to those that are there.</summary>
    public ResourceList Add(ResourceList other)
    {
        foreach ((string name, Quantity amount) in other._amounts)
        {
            _amounts[name] = _amounts.TryGetValue(name, out Quantity known) ? known + amount : amount;
        }

        return this;
    }

    /// <summary>Raises amounts to those of another list where these are greater.</summary>
    public ResourceList RaiseTo(ResourceList other)
    {
        foreach ((string name, Quantity amount) in other._amounts)
        {
            if (!_amounts.TryGetValue(name, out Quantity known) || amount > known)
            {
                _amounts[name] = amount;
            }
        }

        return this;
    }

    /// <summary>By how much this is more than another list; zero where it is not.</summary>
    public ResourceList Above(ResourceList other)
    {
        ResourceList growth = new();
        foreach ((string name, Quantity amount) in _amounts)
        {
            Quantity rest = other._amounts.TryGetValue(name, out Quantity known) ? amount - known : amount;
            growth[name] = rest.Sign > 0 ? rest : default;
        }

        return growth;
    }

    /// <summary>The amounts whose names a filter lets through.</summary>
    public ResourceList Where(Func<string, Quantity, bool> filter)
    {
        ResourceList some = new();
        foreach ((string name, Quantity amount) in _amounts)
        {
            if (filter(name, amount))
            {
                some[name] = amount;
            }
        }

        return some;
    }

    /// <summary>Whether both have the same names with the same numbers, however written.</summary>
    public bool SameAs(ResourceList other) =>
        _amounts.Count == other._amounts.Count
        && _amounts.All(amount => other._amounts.TryGetValue(amount.Key, out Quantity known) && known == amount.Value);

    /// <summary>The amounts as the members of an object.</summary>
    public JsonDraft ToDraft()
    {
        JsonDraft draft = JsonDraft.EmptyObject();
        foreach ((string name, Quantity amount) in _amounts)
        {
            draft.Set(name, Drafts.Text(amount.ToString()));
        }

        return draft;
    }

    /// <summary><c>cpu=500m,pods=1</c>.</summary>
    public override string ToString() => string.Join(',', _amounts.Select(amount => $"{amount.Key}={amount.Value}"));
}
