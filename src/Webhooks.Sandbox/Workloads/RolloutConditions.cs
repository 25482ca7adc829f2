using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Workloads;

/// <summary>The conditions of a Deployment or a ReplicaSet.</summary>
internal static class RolloutConditions
{
    /// <summary>The list with a condition; one that says the same already stays as it is.</summary>
    /// <param name="conditions">The list.</param>
    /// <param name="type">The type.</param>
    /// <param name="status"><c>True</c>, <c>False</c> or <c>Unknown</c>.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">The time.</param>
    /// <param name="isRenewed">Whether it was updated even when it says the same.</param>
    /// <remarks>As <c>SetDeploymentCondition</c>: what changes goes to the end.</remarks>
    public static IReadOnlyList<JsonValue> With(
        IReadOnlyList<JsonValue> conditions, string type, string status, string reason, string message, DateTimeOffset now, bool isRenewed = false)
    {
        JsonValue known = conditions.FirstOrDefault(condition => condition["type"u8].AsString() == type);
        bool keepsStatus = known["status"u8].AsString() == status;
        if (!isRenewed && keepsStatus && known["reason"u8].AsString() == reason)
        {
            return conditions;
        }

        JsonDraft made = JsonDraft.EmptyObject();
        made.SetText("type", type);
        made.SetText("status", status);
        made.SetText("lastUpdateTime", GoTime.Write(now));
        made.Set("lastTransitionTime", keepsStatus ? new JsonDraft(known["lastTransitionTime"u8]) : Drafts.Text(GoTime.Write(now)));
        made.SetText("reason", reason);
        made.SetText("message", message);
        return [.. conditions.Where(condition => condition["type"u8].AsString() != type), made.Freeze(JsonPolicy.Server)];
    }
}
