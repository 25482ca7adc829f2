using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Objects;

/// <summary>The conditions in an object's status.</summary>
internal static class Conditions
{
    /// <summary>Sets a condition; its transition time changes with its status only.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Set(JsonDraft obj, string type, bool status, string reason, string message, DateTimeOffset now)
    {
        JsonDraft section = obj.Section("status");
        if (section.Find("conditions") is not { Kind: JsonKind.Array } list)
        {
            list = JsonDraft.EmptyArray();
            section.Set("conditions", list);
        }

        string text = status ? "True" : "False";
        JsonDraft? known = list.Items.FirstOrDefault(item => item.FindSource("type").AsString() == type);
        if (known == null)
        {
            known = JsonDraft.EmptyObject();
            known.Set("type", Drafts.Text(type));
            list.Insert(list.Count, known);
        }

        bool turns = known.FindSource("status").AsString() != text;
        if (!turns && known.FindSource("reason").AsString() == reason && known.FindSource("message").AsString() == message)
        {
            return false;
        }

        known.Set("status", Drafts.Text(text));
        if (turns)
        {
            known.Set("lastTransitionTime", Drafts.Text(GoTime.Write(now)));
        }

        known.Set("reason", Drafts.Text(reason));
        known.Set("message", Drafts.Text(message));
        return true;
    }
}
