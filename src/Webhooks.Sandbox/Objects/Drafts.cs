using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Objects;

/// <summary>Drafts of small values.</summary>
internal static class Drafts
{
    /// <summary>A string.</summary>
    public static JsonDraft Text(string text) => new(JsonTree.OfString(System.Text.Encoding.UTF8.GetBytes(text)).Root);

    /// <summary>A whole number.</summary>
    public static JsonDraft Number(long number) => Json(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list of strings.</summary>
    public static JsonDraft Texts(IEnumerable<string> texts)
    {
        JsonDraft list = JsonDraft.EmptyArray();
        foreach (string text in texts)
        {
            list.Insert(list.Count, Text(text));
        }

        return list;
    }

    /// <summary>What a JSON text of ours says.</summary>
    public static JsonDraft Json(string json) => new(JsonTree.Parse(json).Root);

    /// <summary>The member of that name, made where there is none or another value than an object.</summary>
    public static JsonDraft Section(this JsonDraft draft, string name)
    {
        if (draft.Find(name) is { Kind: JsonKind.Object } section)
        {
            return section;
        }

        JsonDraft made = JsonDraft.EmptyObject();
        draft.Set(name, made);
        return made;
    }
}
