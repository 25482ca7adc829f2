
namespace Webhooks.Resources.Json;

/// <summary>Reads and changes the members of a draft: the words in which everything here that edits an object says it.</summary>
public static class DraftEdits
{
    /// <summary>Whether there is no such member, or it is null.</summary>
    public static bool Lacks(this JsonDraft draft, string name) => draft.Find(name) is not { Kind: not JsonKind.Null };

    /// <summary>The text of a member; empty for none.</summary>
    public static string Text(this JsonDraft draft, string name) => draft.FindSource(name).AsString() ?? "";

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IReadOnlyList<JsonDraft> List(this JsonDraft draft, string name) =>
        draft.Find(name) is { Kind: JsonKind.Array } list ? list.Items : [];

    /// <summary>The member that is an object, made where there is none or another value.</summary>
    public static JsonDraft Child(this JsonDraft draft, string name) =>
        draft.Find(name) is { Kind: JsonKind.Object } child ? child : draft.Put(name, JsonDraft.EmptyObject());

    /// <summary>The member that is a list, made where there is none or another value.</summary>
    public static JsonDraft ChildList(this JsonDraft draft, string name) =>
        draft.Find(name) is { Kind: JsonKind.Array } list ? list : draft.Put(name, JsonDraft.EmptyArray());

    /// <summary>Sets a member to that JSON.</summary>
    public static void SetJson(this JsonDraft draft, string name, string json) => draft.Set(name, Drafts.Json(json));

    /// <summary>Sets a member to that text.</summary>
    public static void SetText(this JsonDraft draft, string name, string text) => draft.Set(name, Drafts.Text(text));

    /// <summary>Sets a member to that number.</summary>
    public static void SetNumber(this JsonDraft draft, string name, long number) => draft.Set(name, Drafts.Number(number));

    /// <summary>Sets a member to that value.</summary>
    public static void SetValue(this JsonDraft draft, string name, JsonValue value) => draft.Set(name, new JsonDraft(value));

    /// <summary>Sets a member to that value; takes it out where there is none.</summary>
    public static void SetOrRemove(this JsonDraft draft, string name, JsonValue value)
    {
        if (value.IsMissing)
        {
            draft.Remove(name);
        }
        else
        {
            draft.SetValue(name, value);
        }
    }

    /// <summary>Adds an item to the end of a list.</summary>
    public static void Add(this JsonDraft list, JsonDraft item) => list.Insert(list.Count, item);

    private static JsonDraft Put(this JsonDraft draft, string name, JsonDraft made)
    {
        draft.Set(name, made);
        return made;
    }
}
