using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>The fields that an applied object names: its leaves, list items, and members that no schema declares.</summary>
internal static class OwnedFields
{
    private const int Named = 0;

    /// <summary>The fields of an object of that type.</summary>
    public static FieldSet Of(JsonValue value, FieldType type)
    {
        FieldFilling fields = new(1);
        Walk(value, type, fields, FieldSet.MostDepth);
        return fields[Named];
    }

    private static void Walk(JsonValue value, FieldType type, FieldFilling fields, int depth)
    {
        FieldForm form = type.FormOf(value);
        if (depth == 0 || form == FieldForm.Scalar || (form == FieldForm.List ? type.IsListAtomic : type.IsMapAtomic))
        {
            fields.Insert(Named);
        }
        else if (form == FieldForm.List)
        {
            WalkItems(value, type, fields, depth);
        }
        else
        {
            JsonCursor members = new(value.Kind == JsonKind.Object ? value : default);
            while (members.MoveNext())
            {
                FieldMember member = type.Member(members.NameValue);
                fields.Into(member.Element);
                Walk(members.Value, member.Type ?? type, fields, depth - 1);
                if (members.Value.Kind == JsonKind.Null || members.Value is { Kind: JsonKind.Object, Count: 0 } || !member.IsDeclared)
                {
                    fields.Insert(Named);
                }

                fields.Back();
            }
        }
    }

    private static void WalkItems(JsonValue value, FieldType type, FieldFilling fields, int depth)
    {
        foreach (IGrouping<string, JsonValue> items in FieldItems.Of(value, type).GroupBy(one => one.Element, one => one.Item))
        {
            fields.Into(items.Key);
            fields.Insert(Named);
            if (items.Count() == 1)
            {
                Walk(items.First(), type.Item, fields, depth - 1);
            }

            fields.Back();
        }
    }
}
