using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Fills in what a draft leaves out.</summary>
internal static class DraftEdits
{
    /// <summary>Whether there is no such member, or it is null.</summary>
    public static bool Lacks(this JsonDraft draft, string name) => draft.Find(name) is not { Kind: not JsonKind.Null };

    /// <summary>Sets a member that is not there to that JSON.</summary>
    public static void Default(this JsonDraft draft, string name, string json)
    {
        if (draft.Lacks(name))
        {
            draft.SetJson(name, json);
        }
    }

    /// <summary>Sets a member that is not there to that text.</summary>
    public static void DefaultText(this JsonDraft draft, string name, string text) => draft.Default(name, JsonText.Quote(text));

    /// <summary>Sets a member to that JSON.</summary>
    public static void SetJson(this JsonDraft draft, string name, string json) => draft.Set(name, Of(json));

    /// <summary>Sets a member to that text.</summary>
    public static void SetText(this JsonDraft draft, string name, string text) => draft.SetJson(name, JsonText.Quote(text));

    /// <summary>Sets a member to that value; takes it out where there is none.</summary>
    public static void SetOrRemove(this JsonDraft draft, string name, JsonValue value)
    {
        if (value.IsMissing)
        {
            draft.Remove(name);
        }
        else
        {
            draft.Set(name, new JsonDraft(value));
        }
    }

    /// <summary>The member, an empty object where there was none.</summary>
    public static JsonDraft Child(this JsonDraft draft, string name)
    {
        if (draft.Lacks(name))
        {
            draft.Set(name, JsonDraft.EmptyObject());
        }

        return draft.Find(name)!;
    }

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IReadOnlyList<JsonDraft> List(this JsonDraft draft, string name) =>
        draft.Find(name) is { Kind: JsonKind.Array } list ? list.Items : [];

    /// <summary>The text of a member; empty for none.</summary>
    public static string Text(this JsonDraft draft, string name) => draft.FindSource(name).AsString() ?? "";

    /// <summary>Copies the members that <paramref name="target"/> lacks.</summary>
    public static void FillFrom(this JsonDraft target, JsonDraft? source)
    {
        if (source is { Kind: JsonKind.Object })
        {
            foreach ((string name, JsonValue value) in source.Freeze(JsonPolicy.Server).Members())
            {
                if (target.Lacks(name))
                {
                    target.Set(name, new JsonDraft(value));
                }
            }
        }
    }

    /// <summary>A draft of that JSON.</summary>
    public static JsonDraft Of(string json) => new(JsonTree.Parse(json).Compact().Root);
}
