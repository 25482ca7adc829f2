using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Objects;

/// <summary>The conditions of an object.</summary>
internal static class Conditions
{
    /// <summary>The first condition of that type; missing for none.</summary>
    /// <param name="status">What has the conditions: a status, or the few objects that have them themselves.</param>
    /// <param name="type">The type.</param>
    public static JsonValue Find(JsonValue status, string type) =>
        status["conditions"u8].Items().FirstOrDefault(condition => condition["type"u8].AsString() == type);

    /// <summary>Whether the first condition of that type is <c>True</c>.</summary>
    /// <param name="status">What has the conditions.</param>
    /// <param name="type">The type.</param>
    public static bool IsTrue(JsonValue status, string type) => Find(status, type)["status"u8].TextEquals("True"u8);

    /// <summary>Sets a condition; its transition time changes with its status only.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Set(JsonDraft obj, string type, bool status, string reason, string message, DateTimeOffset now)
    {
        JsonDraft list = obj.Child("status").ChildList("conditions");
        string text = status ? "True" : "False";
        JsonDraft? known = list.Items.FirstOrDefault(item => item.Text("type") == type);
        if (known == null)
        {
            known = JsonDraft.EmptyObject();
            known.SetText("type", type);
            list.Add(known);
        }

        bool turns = known.Text("status") != text;
        if (!turns && known.Text("reason") == reason && known.Text("message") == message)
        {
            return false;
        }

        known.SetText("status", text);
        if (turns)
        {
            known.SetText("lastTransitionTime", GoTime.Write(now));
        }

        known.SetText("reason", reason);
        known.SetText("message", message);
        return true;
    }
}
