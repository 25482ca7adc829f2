using System.Text;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>Where an item that a status lists stands in a pod template.</summary>
/// <param name="Parent">What holds it.</param>
/// <param name="Name">The member's name; <c>null</c> for an item of a list.</param>
/// <param name="Index">The item's index.</param>
/// <param name="Shape">The item's shape.</param>
internal readonly record struct ItemPlace(JsonDraft Parent, string? Name, int Index, Shape Shape)
{
    /// <summary>What stands there.</summary>
    public JsonDraft Draft => Name == null ? Parent.Items[Index] : Parent.Find(Name)!;

    /// <summary>Finds an item. Cost: linear in the containers on the way.</summary>
    /// <returns>False when the path can't be read or nothing stands there; <c>null</c> is nothing.</returns>
    public static bool TryFind(JsonDraft podTemplate, ReadOnlySpan<char> path, out ItemPlace place) =>
        TryFind(podTemplate, path, null, out place);

    /// <summary>Finds an item, as long as the budget lasts.</summary>
    public static bool TryFind(JsonDraft podTemplate, ReadOnlySpan<char> path, LookupBudget? budget, out ItemPlace place)
    {
        place = default;
        ItemSteps steps = new(path);
        if (!steps.MoveNext())
        {
            return false;
        }

        bool isMetadata = steps.Text is "metadata";
        JsonDraft? here = isMetadata ? podTemplate : podTemplate.Find("spec");
        Shape shape = isMetadata ? PodShapes.Listed : PodShapes.BroughtSpec;
        while (here is { Kind: JsonKind.Object } && !steps.IsKey && shape.Find(steps.Text) is { } field)
        {
            place = new ItemPlace(here, field.Name, 0, field.Shape);
            here = here.Find(field.Name);
            shape = field.Shape;
            if (steps.IsLast || here == null)
            {
                return here is { Kind: not JsonKind.Null };
            }

            if (!steps.MoveNext())
            {
                return false;
            }

            if (steps.IsKey)
            {
                if (budget?.TryTake(here.Count, shape is { Kind: ShapeKind.List, Keys.Length: not 1 }) == false
                    || Entry(here, steps.Text, shape) is not { } entry)
                {
                    return false;
                }

                place = entry;
                if (steps.IsLast)
                {
                    return entry.Name == null || entry.Draft.Kind != JsonKind.Null;
                }

                here = entry.Draft;
                shape = shape.Item!;
                if (!steps.MoveNext())
                {
                    return false;
                }
            }
        }

        return false;
    }

    /// <summary>Takes the item out.</summary>
    public void Remove()
    {
        if (Name == null)
        {
            Parent.RemoveItem(Index);
        }
        else
        {
            Parent.Remove(Name);
        }
    }

    private static ItemPlace? Entry(JsonDraft container, ReadOnlySpan<char> key, Shape shape)
    {
        if (shape.Kind == ShapeKind.Map && container.Kind == JsonKind.Object && ItemSteps.TryReadKey(key, out string? quoted))
        {
            string name = quoted ?? key.ToString();
            return container.Find(name) == null ? null : new ItemPlace(container, name, 0, shape.Item!);
        }

        int index = shape.Kind == ShapeKind.List && container.Kind == JsonKind.Array ? IndexOf(container, key, shape) : -1;
        return index < 0 ? null : new ItemPlace(container, null, index, shape.Item!);
    }

    private static int IndexOf(JsonDraft list, ReadOnlySpan<char> key, Shape shape)
    {
        bool isName = ItemSteps.TryReadKey(key, out string? quoted);
        for (int i = 0; i < list.Count; i++)
        {
            JsonValue item = list.PeekItem(i);
            JsonValue only = shape.Keys.Length != 1 ? default
                : item.IsMissing ? list.Items[i].FindSource(shape.Keys[0].Name)
                : item[shape.Keys[0].Utf8];
            bool isSame = only.Kind == JsonKind.String
                ? isName && TextIs(only, quoted ?? key)
                : IsNamed(item.IsMissing ? list.Items[i].Freeze() : item, key, shape);
            if (isSame)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Compares with the name that the item would be listed under.</summary>
    private static bool IsNamed(JsonValue item, ReadOnlySpan<char> key, Shape list) =>
        item.Kind == JsonKind.Object && ItemPath.Item("", item, list).AsSpan(1..^1).SequenceEqual(key);

    private static bool TextIs(JsonValue text, ReadOnlySpan<char> expected)
    {
        Span<byte> utf8 = expected.Length <= 160 ? stackalloc byte[480] : new byte[Encoding.UTF8.GetMaxByteCount(expected.Length)];
        return text.TextEquals(utf8[..Encoding.UTF8.GetBytes(expected, utf8)]);
    }
}
