using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>One walk through two objects, side by side.</summary>
internal sealed class ComparisonRun
{
    private const int Added = 0;
    private const int Modified = 1;
    private const int Removed = 2;

    private readonly FieldFilling _found = new(3);

    private ComparisonRun()
    {
    }

    /// <summary>Compares two objects.</summary>
    public static FieldComparison Compare(JsonValue before, JsonValue after, FieldType type)
    {
        ComparisonRun run = new();
        run.Compare(before, after, type, FieldSet.MostDepth);
        return new FieldComparison(run._found[Added], run._found[Modified], run._found[Removed]);
    }

    private void Compare(JsonValue before, JsonValue after, FieldType type, int depth)
    {
        FieldForm old = type.FormOf(before);
        FieldForm now = type.FormOf(after);
        if (!before.IsMissing && !after.IsMissing && old != now)
        {
            CompareAs(old, before, after, type, depth);
        }

        bool isLeaf = CompareAs(after.IsMissing ? old : now, before, after, type, depth);
        if (!isLeaf && (before.IsMissing || after.IsMissing))
        {
            _found.Insert(before.IsMissing ? Added : Removed);
        }
    }

    /// <returns>True where the values count as a whole.</returns>
    private bool CompareAs(FieldForm form, JsonValue before, JsonValue after, FieldType type, int depth)
    {
        JsonKind kind = form == FieldForm.List ? JsonKind.Array : JsonKind.Object;
        JsonValue old = before.Kind == kind ? before : default;
        JsonValue now = after.Kind == kind ? after : default;
        bool isWhole = depth == 0 || form == FieldForm.Scalar || (form == FieldForm.List ? type.IsListAtomic : type.IsMapAtomic);
        if (isWhole || old.Count + now.Count == 0)
        {
            if (before.IsMissing || after.IsMissing)
            {
                _found.Insert(before.IsMissing ? Added : Removed);
            }
            else if (!JsonEquality.AreEqual(before, after))
            {
                _found.Insert(Modified);
            }

            return true;
        }

        if (form == FieldForm.Map)
        {
            CompareMembers(old, now, type, depth);
        }
        else
        {
            CompareItems(old, now, type, depth);
        }

        return false;
    }

    private void CompareAt(string element, JsonValue before, JsonValue after, FieldType type, int depth)
    {
        _found.Into(element);
        Compare(before, after, type, depth);
        _found.Back();
    }

    private void CompareMembers(JsonValue before, JsonValue after, FieldType type, int depth)
    {
        MemberLookup ofBefore = new(before);
        MemberLookup ofAfter = new(after);
        JsonCursor members = new(before);
        while (members.MoveNext())
        {
            FieldMember member = type.Member(members.NameValue);
            CompareAt(member.Element, members.Value, ofAfter[members.NameValue], member.Type ?? type, depth - 1);
        }

        members = new(after);
        while (members.MoveNext())
        {
            if (ofBefore[members.NameValue].IsMissing)
            {
                FieldMember member = type.Member(members.NameValue);
                CompareAt(member.Element, default, members.Value, member.Type ?? type, depth - 1);
            }
        }
    }

    private void CompareItems(JsonValue before, JsonValue after, FieldType type, int depth)
    {
        List<(string Element, JsonValue Item)> old = FieldItems.Of(before, type);
        List<(string Element, JsonValue Item)> now = FieldItems.Of(after, type);
        if (ByElement(old) is not { } ofOld || ByElement(now) is not { } ofNow)
        {
            CompareRepeated(old.ToLookup(one => one.Element, one => one.Item), now.ToLookup(one => one.Element, one => one.Item), type, depth);
            return;
        }

        foreach ((string element, JsonValue item) in old)
        {
            CompareAt(element, item, ofNow.GetValueOrDefault(element), type.Item, depth - 1);
        }

        foreach ((string element, JsonValue item) in now)
        {
            if (!ofOld.ContainsKey(element))
            {
                CompareAt(element, default, item, type.Item, depth - 1);
            }
        }
    }

    /// <summary>The items by their elements; <c>null</c> where one is there twice.</summary>
    private static Dictionary<string, JsonValue>? ByElement(List<(string Element, JsonValue Item)> items)
    {
        Dictionary<string, JsonValue> byElement = new(items.Count, StringComparer.Ordinal);
        return items.TrueForAll(one => byElement.TryAdd(one.Element, one.Item)) ? byElement : null;
    }

    /// <summary>Compares lists in which items are there twice: those are one field as a whole.</summary>
    private void CompareRepeated(ILookup<string, JsonValue> old, ILookup<string, JsonValue> now, FieldType type, int depth)
    {
        foreach (string element in old.Concat(now).Select(items => items.Key).Distinct(StringComparer.Ordinal))
        {
            JsonValue[] ours = [.. old[element]];
            JsonValue[] theirs = [.. now[element]];
            _found.Into(element);
            if (ours.Length <= 1 && theirs.Length <= 1)
            {
                Compare(ours.FirstOrDefault(), theirs.FirstOrDefault(), type.Item, depth - 1);
            }
            else if (ours.Length >= 2 && theirs.Length >= 2)
            {
                if (ours.Length != theirs.Length || !ours.Zip(theirs, JsonEquality.AreEqual).All(same => same))
                {
                    _found.Insert(Modified);
                }
            }
            else
            {
                (JsonValue[] single, int difference) = ours.Length >= 2 ? (theirs, Removed) : (ours, Added);
                if (single.Length == 1)
                {
                    Compare(ours.Length == 1 ? single[0] : default, theirs.Length == 1 ? single[0] : default, type.Item, depth - 1);
                }

                _found.Insert(difference);
            }

            _found.Back();
        }
    }
}
