using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of what controllers say of the pods they keep: no count is below zero, or beyond that of all. Source: <c>pkg/apis/apps/validation</c>.</summary>
internal static class WorkloadStatusRules
{
    private const string Available = "availableReplicas";

    /// <summary>Looks at the status of a Deployment.</summary>
    public static void OfDeployment(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        Counts(value, ["observedGeneration", "replicas", "updatedReplicas", "readyReplicas", Available, "unavailableReplicas", "collisionCount"], causes);
        Within(value, ["updatedReplicas", "readyReplicas", Available], "readyReplicas", causes);
        Collisions(value, old, causes);
    }

    /// <summary>Looks at the status of a ReplicaSet or a ReplicationController.</summary>
    public static void OfReplicaSet(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        Counts(value, ["replicas", "fullyLabeledReplicas", "readyReplicas", Available, "observedGeneration"], causes);
        Within(value, ["fullyLabeledReplicas", "readyReplicas", Available], "readyReplicas", causes);
    }

    /// <summary>Looks at the status of a StatefulSet.</summary>
    public static void OfStatefulSet(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        Counts(value, ["replicas", "readyReplicas", "currentReplicas", "updatedReplicas", Available, "observedGeneration", "collisionCount"], causes);
        Within(value, ["readyReplicas", "currentReplicas", "updatedReplicas", Available], "status.readyReplicas", causes);
        Collisions(value, old, causes);
    }

    /// <summary>Looks at the status of a DaemonSet.</summary>
    public static void OfDaemonSet(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        Counts(
            value,
            [
                "currentNumberScheduled", "numberMisscheduled", "desiredNumberScheduled", "numberReady", "observedGeneration",
                "updatedNumberScheduled", "numberAvailable", "numberUnavailable", "collisionCount",
            ],
            causes);
        Collisions(value, old, causes);
    }

    private static void Counts(JsonValue value, string[] members, List<StatusCause> causes)
    {
        foreach (string member in members)
        {
            FieldRules.NonNegative(value["status"u8][member], $"status.{member}", causes);
        }
    }

    private static void Within(JsonValue value, string[] members, string ready, List<StatusCause> causes)
    {
        JsonValue status = value["status"u8];
        foreach (string member in members)
        {
            if (Number(status[member]) is var number && number > Number(status["replicas"u8]))
            {
                causes.Add(FieldError.Invalid($"status.{member}", number, "cannot be greater than status.replicas"));
            }
        }

        if (Number(status[Available]) is var available && available > Number(status["readyReplicas"u8]))
        {
            causes.Add(FieldError.Invalid($"status.{Available}", available, $"cannot be greater than {ready}"));
        }
    }

    private static void Collisions(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        if (Number(value["status"u8]["collisionCount"u8]) is var count && count < Number(old["status"u8]["collisionCount"u8]))
        {
            causes.Add(FieldError.Invalid("status.collisionCount", count, "cannot be decremented"));
        }
    }

    private static long Number(JsonValue value) => value.TryGetInt64(out long number) ? number : 0;
}
