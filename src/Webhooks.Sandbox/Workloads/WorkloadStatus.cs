using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Workloads;

/// <summary>What the statuses of Deployments and ReplicaSets are made of.</summary>
internal static class WorkloadStatus
{
    /// <summary>Sets a number; those that are 0 are left out, as the API does it.</summary>
    public static void SetCount(JsonDraft status, string member, long number)
    {
        if (number != 0)
        {
            status.SetNumber(member, number);
        }
    }

    /// <summary>A status with other conditions.</summary>
    public static JsonValue WithConditions(JsonDraft status, IEnumerable<JsonValue> conditions)
    {
        JsonDraft list = JsonDraft.EmptyArray();
        foreach (JsonValue condition in conditions)
        {
            list.Add(new JsonDraft(condition));
        }

        status.Remove("conditions");
        if (list.Count > 0)
        {
            status.Set("conditions", list);
        }

        return status.Freeze(JsonPolicy.Server);
    }
}
