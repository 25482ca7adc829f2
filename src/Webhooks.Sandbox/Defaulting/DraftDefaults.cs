using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Fills in what a draft leaves out.</summary>
internal static class DraftDefaults
{
    /// <summary>Sets a member that is not there to that JSON.</summary>
    public static void Default(this JsonDraft draft, string name, string json)
    {
        if (draft.Lacks(name))
        {
            draft.SetJson(name, json);
        }
    }

    /// <summary>Sets a member that is not there to that text.</summary>
    public static void DefaultText(this JsonDraft draft, string name, string text)
    {
        if (draft.Lacks(name))
        {
            draft.SetText(name, text);
        }
    }

    /// <summary>Copies the members that <paramref name="target"/> lacks.</summary>
    public static void FillFrom(this JsonDraft target, JsonDraft? source)
    {
        if (source is { Kind: JsonKind.Object })
        {
            foreach ((string name, JsonValue value) in source.Freeze(JsonPolicy.Server).Members())
            {
                if (target.Lacks(name))
                {
                    target.SetValue(name, value);
                }
            }
        }
    }
}
