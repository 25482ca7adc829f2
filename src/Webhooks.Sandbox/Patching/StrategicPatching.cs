using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>Strategic merge patches: members merge, and lists as the kind's published schema says.</summary>
/// <remarks>
/// Source: k8s.io/apimachinery/pkg/util/strategicpatch. Its texts are kept, and what it does by the way: new list items and
/// lists that are replaced are stored with the nulls and directives that stand in them.
/// </remarks>
internal static class StrategicPatching
{
    /// <summary>What the patch makes of <paramref name="current"/>.</summary>
    /// <param name="current">The stored object.</param>
    /// <param name="patch">The body's value.</param>
    /// <param name="schema">The published schema of the kind; there is no such patch of a custom resource.</param>
    /// <exception cref="StatusException">400 for what is no patch and malformed directives, 422 for lists of lists, else 500.</exception>
    public static JsonValue Apply(JsonValue current, JsonValue patch, Schema schema)
    {
        if (patch.Kind == JsonKind.Null)
        {
            return current;
        }

        if (patch.Kind != JsonKind.Object)
        {
            throw PatchFormats.Malformed(PatchFormat.Strategic, isChecked: true, ObjectPatch.Refusal(patch));
        }

        ObjectPatch.CheckDepth(patch, PatchFormat.Strategic, isChecked: true);
        return Merge(current, patch, schema);
    }

    /// <summary>One object merged into another.</summary>
    public static JsonValue Merge(JsonValue current, JsonValue patch, Schema? schema)
    {
        JsonValue directive = patch[PatchDirectives.Patch];
        JsonDraft rest = new(patch);
        if (!directive.IsMissing)
        {
            rest.Remove(PatchDirectives.Patch);
            return directive.AsString() switch
            {
                "replace" => rest.Freeze(JsonPolicy.Server),
                "delete" => JsonDraft.EmptyObject().Freeze(),
                _ => throw PatchDirectives.Unknown(directive, patch),
            };
        }

        JsonDraft result = new(current);
        PatchDirectives.RetainKeys(result, rest, patch);
        foreach ((string name, JsonValue order) in patch.Members().Where(one => one.Key.StartsWith(PatchDirectives.SetOrder, StringComparison.Ordinal)))
        {
            rest.Remove(name);
            MergeOrdered(result, rest, PatchDirectives.ListName(name, PatchDirectives.SetOrder, "setElementOrder list"), order, schema);
        }

        foreach ((string name, JsonValue value) in rest.Freeze(JsonPolicy.Server).Members())
        {
            MergeMember(result, name, value, schema);
        }

        return result.Freeze(JsonPolicy.Server);
    }

    private static void MergeMember(JsonDraft result, string name, JsonValue value, Schema? schema)
    {
        bool deletes = name.StartsWith(PatchDirectives.DeleteFromList, StringComparison.Ordinal);
        name = deletes ? PatchDirectives.ListName(name, PatchDirectives.DeleteFromList, "primitive list") : name;
        if (value.Kind == JsonKind.Null)
        {
            result.Remove(name);
            return;
        }

        JsonValue standing = result.Find(name)?.Freeze(JsonPolicy.Server) ?? default;
        if (standing.IsMissing || GoValues.TypeOf(standing) != GoValues.TypeOf(value))
        {
            if (!deletes)
            {
                PatchDirectives.SetUnlessMissing(result, name, PatchDirectives.Remove(ObjectPatch.Pruned(value).Freeze(JsonPolicy.Server)));
            }
        }
        else if (value.Kind == JsonKind.Object)
        {
            PatchMeta meta = PatchMeta.OfObject(schema, name);
            result.SetValue(name, meta.Strategy == PatchMeta.Replace ? value : Merge(standing, value, meta.Schema));
        }
        else if (value.Kind == JsonKind.Array)
        {
            PatchMeta meta = PatchMeta.OfList(schema, name);
            result.Set(name, PatchDirectives.ListOf(StrategicList.Merge([.. standing.Items()], [.. value.Items()], meta, deletes)));
        }
        else
        {
            result.SetValue(name, value);
        }
    }

    /// <summary>Merges a list and puts it in the order that the patch asks for.</summary>
    private static void MergeOrdered(JsonDraft result, JsonDraft rest, string name, JsonValue order, Schema? schema)
    {
        JsonValue[] wanted = Items(order) ?? [];
        JsonValue[]? standing = Items(result.Find(name)?.Freeze(JsonPolicy.Server) ?? default);
        JsonValue[]? patch = Items(rest.FindSource(name));
        PatchMeta meta = PatchMeta.OfList(schema, name);
        ElementOrder.Check(patch ?? [], wanted, meta.MergeKey);
        List<JsonValue> merged;
        if (standing == null && patch == null)
        {
            return;
        }
        else if (standing == null || patch == null)
        {
            merged = [.. standing ?? patch!.Select(PatchDirectives.Remove).Where(item => !item.IsMissing)];
        }
        else
        {
            merged = StrategicList.Merge([.. standing], [.. patch], meta, deletes: false);
        }

        bool areObjects = StrategicList.ItemType(standing ?? [], patch ?? []) == GoValues.ObjectType;
        result.Set(name, PatchDirectives.ListOf(ListOrder.Arrange(merged, wanted, standing ?? [], meta.MergeKey, areObjects)));
        rest.Remove(name);
    }

    private static JsonValue[]? Items(JsonValue list) =>
        list.IsMissing ? null
        : list.Kind == JsonKind.Array ? [.. list.Items()]
        : throw PatchRefusals.BadType(GoValues.ListType, GoValues.TypeOf(list));
}
