using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>Compares an item that a template had brought before an update and after it.</summary>
internal static class ItemFates
{
    private const string PullPolicy = "imagePullPolicy";

    /// <summary>What became of an item.</summary>
    /// <param name="before">Where it stood.</param>
    /// <param name="after">The pod template of the request.</param>
    /// <param name="path">Its path.</param>
    /// <param name="was">What stood there before it was injected, as JSON; <c>null</c>: nothing.</param>
    public static ItemFate Of(ItemPlace before, JsonDraft after, string path, string? was)
    {
        if (!ItemPlace.TryFind(after, path, out ItemPlace place))
        {
            return ItemFate.Dropped;
        }

        JsonValue ours = before.Draft.Freeze();
        JsonValue theirs = place.Draft.Freeze();
        if (StoredForm.AreEqual(theirs, ours, place.Shape))
        {
            return ItemFate.Kept;
        }

        if ((was != null && StoredForm.AreEqual(theirs, JsonTree.Parse(was).Root, place.Shape)) || IsDefault(theirs, place))
        {
            return ItemFate.Reset;
        }

        return SaysNothingNew(theirs, ours, place.Shape) ? ItemFate.Dropped : ItemFate.Users;
    }

    private static bool IsDefault(JsonValue value, ItemPlace place) => place.Name == PullPolicy
        ? IsDefaultPolicy(value, place.Parent.FindSource("image"))
        : IsDefault(value, place.Shape);

    private static bool IsDefault(JsonValue value, Shape shape) =>
        !shape.Default.IsMissing && StoredForm.AreEqual(value, shape.Default, shape);

    private static bool IsDefaultPolicy(JsonValue policy, JsonValue image) =>
        JsonEquality.AreEqual(policy, ImagePullPolicy.DefaultFor(image.AsString() ?? ""));

    /// <summary>True when everything that is said stood there before, but for what the API server fills in by itself.</summary>
    private static bool SaysNothingNew(JsonValue part, JsonValue whole, Shape shape) => shape.Kind switch
    {
        ShapeKind.Object when part.Kind == JsonKind.Object && whole.Kind == JsonKind.Object => HasNoNewMember(part, whole, shape),
        ShapeKind.Map when part.Kind == JsonKind.Object && whole.Kind == JsonKind.Object =>
            HasNoNewEntry(part, new MemberLookup(whole), shape),
        ShapeKind.List when part.Kind == JsonKind.Array && whole.Kind == JsonKind.Array => HasNoNewItem(part, whole, shape),
        _ => !whole.IsMissing && StoredForm.AreEqual(part, whole, shape),
    };

    private static bool HasNoNewMember(JsonValue part, JsonValue whole, Shape shape)
    {
        JsonCursor members = new(part);
        while (members.MoveNext())
        {
            ShapeField? field = shape.Find(members.NameValue);
            Shape member = field?.Shape ?? Shape.Any;
            bool isFilledIn = StoredForm.IsAbsent(members.Value, member)
                || IsDefault(members.Value, member)
                || (field?.Name == PullPolicy && IsDefaultPolicy(members.Value, part["image"u8]))
                || (field != null && field.Name == shape.DefaultSource && members.Value is { Kind: JsonKind.Object, Count: 0 });
            if (!isFilledIn && !SaysNothingNew(members.Value, field == null ? whole[members.Name] : StoredForm.Member(whole, field), member))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasNoNewEntry(JsonValue part, MemberLookup whole, Shape shape) =>
        part.Members().All(entry => SaysNothingNew(entry.Value, whole[entry.Key], shape.Item!));

    private static bool HasNoNewItem(JsonValue part, JsonValue whole, Shape shape)
    {
        if (shape.Keys.Length > 0)
        {
            ItemLookup others = new(whole, shape);
            return part.Items().All(item => others.Find(item) is { IsMissing: false } other && SaysNothingNew(item, other, shape.Item!));
        }

        using IEnumerator<JsonValue> standing = whole.Items().GetEnumerator();
        return part.Items().All(item =>
        {
            while (standing.MoveNext())
            {
                if (StoredForm.AreEqual(item, standing.Current, shape.Item!))
                {
                    return true;
                }
            }

            return false;
        });
    }
}
