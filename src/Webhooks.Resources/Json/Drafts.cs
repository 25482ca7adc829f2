using System.Globalization;
using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>Makes drafts of small values.</summary>
public static class Drafts
{
    /// <summary>A string.</summary>
    public static JsonDraft Text(string text) => new(JsonTree.OfString(Encoding.UTF8.GetBytes(text)).Root);

    /// <summary>A whole number.</summary>
    public static JsonDraft Number(long number) => Json(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list of strings.</summary>
    public static JsonDraft Texts(IEnumerable<string> texts)
    {
        JsonDraft list = JsonDraft.EmptyArray();
        foreach (string text in texts)
        {
            list.Add(Text(text));
        }

        return list;
    }

    /// <summary>What a JSON text of ours says.</summary>
    public static JsonDraft Json(string json) => new(JsonTree.Parse(json).Compact().Root);
}
