using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>An object without some of its fields.</summary>
internal static class FieldRemoval
{
    private static readonly JsonValue Null = JsonTree.Parse("null").Compact().Root;

    /// <summary>The object without those fields. A container that loses its last part becomes null.</summary>
    public static JsonValue Remove(JsonValue value, FieldSet fields, FieldType type)
    {
        FieldForm form = type.FormOf(value);
        if (form == FieldForm.Scalar)
        {
            return value;
        }

        JsonKind kind = form == FieldForm.List ? JsonKind.Array : JsonKind.Object;
        bool isWhole = form == FieldForm.List ? type.IsListAtomic : type.IsMapAtomic;
        if (value.Kind != kind || value.Count == 0 || isWhole)
        {
            return Null;
        }

        JsonDraft rest = form == FieldForm.List ? RemoveItems(value, fields, type) : RemoveMembers(value, fields, type);
        return rest.Count == 0 ? Null : rest.Freeze(JsonPolicy.Server);
    }

    private static JsonDraft RemoveMembers(JsonValue value, FieldSet fields, FieldType type)
    {
        JsonDraft rest = new(value);
        JsonCursor members = new(value);
        while (members.MoveNext())
        {
            FieldMember member = type.Member(members.NameValue);
            if (fields.Has(member.Element))
            {
                rest.Remove(members.Name);
            }
            else if (fields.Below(member.Element) is { } below)
            {
                rest.Set(members.Name, new JsonDraft(Remove(members.Value, below, member.Type ?? type)));
            }
        }

        return rest;
    }

    private static JsonDraft RemoveItems(JsonValue value, FieldSet fields, FieldType type)
    {
        JsonDraft rest = JsonDraft.EmptyArray();
        JsonCursor items = new(value);
        while (items.MoveNext())
        {
            string element = FieldItems.ElementOf(items.Value, type) ?? "";
            if (!fields.Has(element))
            {
                rest.Insert(rest.Count, new JsonDraft(fields.Below(element) is { } below ? Remove(items.Value, below, type.Item) : items.Value));
            }
        }

        return rest;
    }
}
