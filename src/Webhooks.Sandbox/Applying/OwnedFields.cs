using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>The fields that an applied object names: its leaves, list items, and members that no schema declares.</summary>
internal static class OwnedFields
{
    /// <summary>The fields of an object of that type.</summary>
    public static FieldSet Of(JsonValue value, FieldType type)
    {
        FieldSet set = new();
        Walk(value, type, null, set, FieldSet.MostDepth);
        return set;
    }

    private static void Walk(JsonValue value, FieldType type, FieldPath? path, FieldSet set, int depth)
    {
        FieldForm form = type.FormOf(value);
        if (depth == 0 || form == FieldForm.Scalar || (form == FieldForm.List ? type.IsListAtomic : type.IsMapAtomic))
        {
            set.Insert(path);
        }
        else if (form == FieldForm.List)
        {
            WalkItems(value, type, path, set, depth);
        }
        else
        {
            JsonCursor members = new(value.Kind == JsonKind.Object ? value : default);
            while (members.MoveNext())
            {
                FieldMember member = type.Member(members.NameValue);
                FieldPath place = new(path, member.Element);
                Walk(members.Value, member.Type ?? type, place, set, depth - 1);
                if (members.Value.Kind == JsonKind.Null || members.Value is { Kind: JsonKind.Object, Count: 0 } || !member.IsDeclared)
                {
                    set.Insert(place);
                }
            }
        }
    }

    private static void WalkItems(JsonValue value, FieldType type, FieldPath? path, FieldSet set, int depth)
    {
        foreach (IGrouping<string, JsonValue> items in FieldItems.Of(value, type).GroupBy(one => one.Element, one => one.Item))
        {
            FieldPath place = new(path, items.Key);
            set.Insert(place);
            if (items.Count() == 1)
            {
                Walk(items.First(), type.Item, place, set, depth - 1);
            }
        }
    }
}
