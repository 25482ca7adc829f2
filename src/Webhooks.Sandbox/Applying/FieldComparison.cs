using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>The fields in which two objects of one type differ; each is in one of the sets.</summary>
internal sealed class FieldComparison
{
    private FieldComparison(FieldSet added, FieldSet modified, FieldSet removed)
    {
        Added = added;
        Modified = modified;
        Removed = removed;
    }

    /// <summary>The fields that only the second has.</summary>
    public FieldSet Added { get; }

    /// <summary>The fields that both have, with other values.</summary>
    public FieldSet Modified { get; }

    /// <summary>The fields that only the first has.</summary>
    public FieldSet Removed { get; }

    /// <summary>Compares two objects.</summary>
    public static FieldComparison Of(JsonValue before, JsonValue after, FieldType type)
    {
        FieldComparison comparison = new(new FieldSet(), new FieldSet(), new FieldSet());
        comparison.Compare(before, after, type, null, FieldSet.MostDepth);
        return comparison;
    }

    /// <summary>The differences that are neither in <paramref name="fields"/> nor below one that is.</summary>
    public FieldComparison Without(FieldSet fields) =>
        fields.IsEmpty ? this : new(Added.ExceptBelow(fields), Modified.ExceptBelow(fields), Removed.ExceptBelow(fields));

    private void Compare(JsonValue before, JsonValue after, FieldType type, FieldPath? path, int depth)
    {
        FieldForm old = type.FormOf(before);
        FieldForm now = type.FormOf(after);
        if (!before.IsMissing && !after.IsMissing && old != now)
        {
            CompareAs(old, before, after, type, path, depth);
        }

        bool isLeaf = CompareAs(after.IsMissing ? old : now, before, after, type, path, depth);
        if (!isLeaf && (before.IsMissing || after.IsMissing))
        {
            (before.IsMissing ? Added : Removed).Insert(path);
        }
    }

    /// <returns>True where the values count as a whole.</returns>
    private bool CompareAs(FieldForm form, JsonValue before, JsonValue after, FieldType type, FieldPath? path, int depth)
    {
        JsonKind kind = form == FieldForm.List ? JsonKind.Array : JsonKind.Object;
        JsonValue old = before.Kind == kind ? before : default;
        JsonValue now = after.Kind == kind ? after : default;
        bool isWhole = depth == 0 || form == FieldForm.Scalar || (form == FieldForm.List ? type.IsListAtomic : type.IsMapAtomic);
        if (isWhole || old.Count + now.Count == 0)
        {
            FieldSet? difference = before.IsMissing ? Added : after.IsMissing ? Removed : JsonEquality.AreEqual(before, after) ? null : Modified;
            difference?.Insert(path);
            return true;
        }

        if (form == FieldForm.Map)
        {
            CompareMembers(old, now, type, path, depth);
        }
        else
        {
            CompareItems(old, now, type, path, depth);
        }

        return false;
    }

    private void CompareMembers(JsonValue before, JsonValue after, FieldType type, FieldPath? path, int depth)
    {
        MemberLookup ofBefore = new(before);
        MemberLookup ofAfter = new(after);
        JsonCursor members = new(before);
        while (members.MoveNext())
        {
            string name = members.Name;
            Compare(members.Value, ofAfter[name], type.Member(name) ?? type, new FieldPath(path, FieldElement.Member(name)), depth - 1);
        }

        members = new(after);
        while (members.MoveNext())
        {
            string name = members.Name;
            if (ofBefore[name].IsMissing)
            {
                Compare(default, members.Value, type.Member(name) ?? type, new FieldPath(path, FieldElement.Member(name)), depth - 1);
            }
        }
    }

    private void CompareItems(JsonValue before, JsonValue after, FieldType type, FieldPath? path, int depth)
    {
        ILookup<string, JsonValue> old = FieldItems.Of(before, type).ToLookup(one => one.Element, one => one.Item);
        ILookup<string, JsonValue> now = FieldItems.Of(after, type).ToLookup(one => one.Element, one => one.Item);
        foreach (string element in old.Concat(now).Select(items => items.Key).Distinct(StringComparer.Ordinal))
        {
            JsonValue[] ours = [.. old[element]];
            JsonValue[] theirs = [.. now[element]];
            FieldPath place = new(path, element);
            if (ours.Length <= 1 && theirs.Length <= 1)
            {
                Compare(ours.FirstOrDefault(), theirs.FirstOrDefault(), type.Item, place, depth - 1);
            }
            else if (ours.Length >= 2 && theirs.Length >= 2)
            {
                // Items there twice are one field as a whole.
                if (ours.Length != theirs.Length || !ours.Zip(theirs, JsonEquality.AreEqual).All(same => same))
                {
                    Modified.Insert(place);
                }
            }
            else
            {
                (JsonValue[] single, FieldSet difference) = ours.Length >= 2 ? (theirs, Removed) : (ours, Added);
                if (single.Length == 1)
                {
                    Compare(ours.Length == 1 ? single[0] : default, theirs.Length == 1 ? single[0] : default, type.Item, place, depth - 1);
                }

                difference.Insert(place);
            }
        }
    }
}
