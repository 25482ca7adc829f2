using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds what a template says to an object of the workload's: objects by member, maps and lists by key, everything
/// else only where nothing stands.
/// </summary>
internal sealed class MemberMerge(MergeRun run)
{
    public void MergeMembers(MergeTarget target, JsonValue part, Shape shape)
    {
        JsonCursor members = new(part);
        while (members.MoveNext())
        {
            if (shape.Find(members.NameValue) is not { } field)
            {
                continue; // Of a template that is gone: a field of a later API server.
            }

            if (!StoredForm.IsAbsent(members.Value, field.Shape))
            {
                MergeMember(target, field.Name, members.Value, field.Shape);
            }
        }
    }

    public void MergeMember(MergeTarget target, string name, JsonValue value, Shape field)
    {
        if (field.IsAtomic || field.Kind is not (ShapeKind.Object or ShapeKind.Map or ShapeKind.List))
        {
            MergeValue(target, name, value, field);
        }
        else if (field.Kind == ShapeKind.Object)
        {
            MergeMembers(target.Child(name, JsonKind.Object), value, field);
        }
        else if (field.Kind == ShapeKind.Map)
        {
            MergeEntries(target.Child(name, JsonKind.Object), value, field);
        }
        else if (field.IsUnion)
        {
            MergeUnion(target.Child(name, JsonKind.Array), value, field);
        }
        else
        {
            MergeKeyed(target.Child(name, JsonKind.Array), value, field);
        }
    }

    /// <summary>Adds a value where nothing stands, or what the API server put there by itself.</summary>
    public void MergeValue(MergeTarget target, string name, JsonValue value, Shape field)
    {
        JsonValue standing = Standing(target, name);
        string path = ItemPath.Member(target.Path, name);
        bool isTemplates = run.Owners.OwnerOf(path) != null;
        if (isTemplates || (!StoredForm.IsAbsent(standing, field) && !IsDefault(standing, field) && !IsEmptyAtom(standing, field)))
        {
            run.Share(path, StoredForm.AreEqual(standing, value, field));
        }
        else if (!IsDefault(value, field) && !IsEmptyAtom(value, field))
        {
            Put(target, name, path, value, standing);
        }
    }

    /// <summary>Adds the entries of a map whose keys are free.</summary>
    public void MergeEntries(MergeTarget target, JsonValue map, Shape shape)
    {
        JsonCursor entries = new(map);
        while (entries.MoveNext())
        {
            string path = ItemPath.Entry(target.Path, entries.Name);
            JsonValue standing = Standing(target, entries.Name);
            if (standing.IsMissing)
            {
                Put(target, entries.Name, path, entries.Value, default);
            }
            else
            {
                run.Share(path, StoredForm.AreEqual(standing, entries.Value, shape.Item!));
            }
        }
    }

    /// <summary>Adds the items of a list map whose keys no item has.</summary>
    public void MergeKeyed(MergeTarget target, JsonValue list, Shape shape)
    {
        JsonCursor items = new(list);
        while (items.MoveNext())
        {
            string path = ItemPath.Item(target.Path, items.Value, shape);
            JsonValue standing = FindItem(target.Draft, items.Value, shape);
            if (standing.IsMissing)
            {
                Append(target, path, items.Value);
            }
            else
            {
                run.Share(path, StoredForm.Contains(standing, items.Value, shape.Item!));
            }
        }
    }

    public void Append(MergeTarget target, string path, JsonValue item) => Insert(target, target.Draft?.Count ?? 0, path, item);

    /// <summary>Adds an item before the one at an index; at the list's length, behind the last.</summary>
    public void Insert(MergeTarget target, int index, string path, JsonValue item)
    {
        run.Recorder.Insert(target.Require(JsonKind.Array, run), index, new JsonDraft(item));
        run.Entry.Added.Add(path);
    }

    /// <summary>The item of the same keys as it stands; missing when there is none.</summary>
    public static JsonValue FindItem(JsonDraft? list, JsonValue item, Shape shape)
    {
        for (int i = 0; i < (list?.Count ?? 0); i++)
        {
            JsonValue other = list!.PeekItem(i);
            if (other.IsMissing)
            {
                other = list.Items[i].Freeze();
            }

            if (StoredForm.HaveSameKeys(item, other, shape))
            {
                return other;
            }
        }

        return default;
    }

    /// <summary>Sets a member, and lists it with what stood there.</summary>
    public void Put(MergeTarget target, string name, string path, JsonValue value, JsonValue standing)
    {
        run.Recorder.AddMember(target.Require(JsonKind.Object, run), name, new JsonDraft(value));
        run.Entry.Added.Add(path);
        if (!standing.IsMissing)
        {
            run.Entry.AddWas(path, standing.ToString());
        }
    }

    private static bool IsDefault(JsonValue value, Shape field) =>
        !field.Default.IsMissing && JsonEquality.AreEqual(value, field.Default);

    /// <summary>A container's <c>resources: {}</c>, which the API server writes where nothing was said.</summary>
    private static bool IsEmptyAtom(JsonValue value, Shape field) =>
        field is { IsAtomic: true, Kind: ShapeKind.Object } && value.Kind == JsonKind.Object && value.Count == 0;

    private static JsonValue Standing(MergeTarget target, string name) => target.Draft?.Find(name)?.Freeze() ?? default;

    private void MergeUnion(MergeTarget target, JsonValue list, Shape shape)
    {
        JsonCursor items = new(list);
        while (items.MoveNext())
        {
            JsonValue item = items.Value;
            string path = ItemPath.Item(target.Path, item, shape);
            if (target.Draft?.Items.Any(other => StoredForm.AreEqual(other.Freeze(), item, shape.Item!)) == true)
            {
                run.Share(path, isSame: true);
            }
            else
            {
                Append(target, path, item);
            }
        }
    }
}
