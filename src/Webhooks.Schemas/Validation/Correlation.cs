using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>
/// A value beside what it was before: failures of what is unchanged don't count (ratcheting). Members correspond by name
/// where the schema has them, items of list maps by their keys, other items not at all. Source: <c>common.CorrelatedObject</c>.
/// </summary>
/// <remarks>For one value; what was found is kept. Recursion ends with the schemas.</remarks>
internal sealed class Correlation(JsonValue value, JsonValue before, Schema schema)
{
    private Dictionary<int, Correlation?>? _children;
    private Dictionary<string, JsonValue>? _itemsBefore;
    private MemberLookup? _membersBefore;
    private bool? _isUnchanged;

    /// <summary>Whether nothing has changed, as far as it can be told: a member that the schema does not know counts as changed.</summary>
    public bool IsUnchanged => _isUnchanged ??= Compare();

    /// <summary>Whether there was a value.</summary>
    public bool WasThere => !before.IsAbsent;

    /// <summary>The member of that name beside what it was; <c>null</c> where it corresponds to nothing.</summary>
    public Correlation? Member(JsonValue name, JsonValue member)
    {
        if (before.Kind != JsonKind.Object)
        {
            return null;
        }

        if (_children?.TryGetValue(member.Row, out Correlation? child) != true)
        {
            Schema? memberSchema = schema.Properties[name] ?? schema.AdditionalProperties?.Schema;
            JsonValue memberBefore = (_membersBefore ??= new(before))[name];
            child = memberSchema == null || memberBefore.IsMissing ? null : new(member, memberBefore, memberSchema);
            (_children ??= []).Add(member.Row, child);
        }

        return child;
    }

    /// <summary>The item beside what it was; <c>null</c> where it corresponds to nothing.</summary>
    public Correlation? Item(JsonValue item)
    {
        if (before.Kind != JsonKind.Array || schema.Items == null || !IsListMap || ListMapKey.Of(item, schema) is not { } key)
        {
            return null;
        }

        if (_children?.TryGetValue(item.Row, out Correlation? child) != true)
        {
            child = ItemsBefore().TryGetValue(key, out JsonValue itemBefore) ? new(item, itemBefore, schema.Items) : null;
            (_children ??= []).Add(item.Row, child);
        }

        return child;
    }

    private bool IsListMap => schema.Extensions.ListType == "map";

    private Dictionary<string, JsonValue> ItemsBefore()
    {
        if (_itemsBefore == null)
        {
            _itemsBefore = new(StringComparer.Ordinal);
            foreach (JsonValue item in before.Items())
            {
                if (ListMapKey.Of(item, schema) is { } key)
                {
                    _itemsBefore.TryAdd(key, item);
                }
            }
        }

        return _itemsBefore;
    }

    private bool Compare()
    {
        if (value.IsAbsent || before.IsAbsent)
        {
            return value.IsAbsent && before.IsAbsent;
        }

        if (value.Kind != before.Kind || value.Kind < JsonKind.Array || (value.Kind == JsonKind.Array && !IsListMap))
        {
            return DecodedValues.AreEqual(value, before);
        }

        return value.Count == before.Count && (value.Kind == JsonKind.Array
            ? value.Items().All(item => Item(item)?.IsUnchanged == true)
            : AreMembersUnchanged());
    }

    private bool AreMembersUnchanged()
    {
        JsonCursor members = new(value);
        while (members.MoveNext())
        {
            if (Member(members.NameValue, members.Value)?.IsUnchanged != true)
            {
                return false;
            }
        }

        return true;
    }
}
