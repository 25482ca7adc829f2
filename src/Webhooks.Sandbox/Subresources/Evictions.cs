using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Subresources;

/// <summary>Deletes Pods as far as their disruption budgets allow it.</summary>
internal sealed class Evictions(Cluster cluster, DeleteVerb delete)
{
    private const string WouldViolate = "Cannot evict pod as it would violate the pod's disruption budget.";
    private static readonly GroupResource Budgets = new("policy", "poddisruptionbudgets");
    private static readonly GroupVersionKind Budget = new("policy", "v1", "PodDisruptionBudget");

    /// <summary>Evicts the Pod of a call.</summary>
    public Answer Run(ApiCall call)
    {
        WriteOptions query = WriteOptions.Read(call.Query, "CreateOptions");
        JsonValue eviction = ObjectForms.Decode(call, query).Object;
        StoredObject pod = cluster.Store.Find(call.StoredAs, call.Key) ?? throw new StatusException(call.NotFound());
        DeleteOptions options = DeleteOptions.Read(eviction["deleteOptions"u8]);
        options = options with { IsDryRun = options.IsDryRun || query.IsDryRun };
        JsonValue read = pod.Read();
        if (read["status"u8]["phase"u8].AsString() is not ("Succeeded" or "Failed" or "Pending") && read["metadata"u8]["deletionTimestamp"u8].IsAbsent)
        {
            Charge(call, read, options);
        }

        delete.Run(call with { Verb = "delete", Subresource = null }, options);
        return new Answer.Failure(Status.Success() with { Code = 201 });
    }

    /// <summary>Takes the eviction off the budget that the Pod is under.</summary>
    private void Charge(ApiCall call, JsonValue pod, DeleteOptions options)
    {
        StoredObject[] budgets = [.. cluster.Store.List(Budgets, call.Namespace + "/").Objects.Where(budget => Covers(budget.Read(), pod))];
        if (budgets.Length > 1)
        {
            throw new StatusException(Status.InternalError("This pod has more than one PodDisruptionBudget, which the eviction subresource does not support."));
        }

        while (budgets is [var budget])
        {
            JsonDraft charged = Charged(call.Name, budget.Read(Budget));
            if (options.IsDryRun || cluster.Store.TryReplace(Budgets, budget, StoredObject.Of(charged)) != null)
            {
                return;
            }

            budgets = cluster.Store.Find(Budgets, budget.Key) is { } newer ? [newer] : [];
        }
    }

    private JsonDraft Charged(string pod, JsonValue budget)
    {
        JsonValue status = budget["status"u8];
        string name = budget["metadata"u8]["name"u8].AsString() ?? "";
        status["observedGeneration"u8].TryGetInt64(out long observed);
        budget["metadata"u8]["generation"u8].TryGetInt64(out long generation);
        if (observed < generation)
        {
            throw Refused($"The disruption budget {name} is still being processed by the server.", retryAfterSeconds: 10);
        }

        status["disruptionsAllowed"u8].TryGetInt64(out long allowed);
        if (allowed <= 0)
        {
            status["desiredHealthy"u8].TryGetInt64(out long desired);
            status["currentHealthy"u8].TryGetInt64(out long current);
            throw Refused($"The disruption budget {name} needs {desired} healthy pods and has {current} currently", retryAfterSeconds: 0);
        }

        JsonDraft charged = new(budget);
        JsonDraft section = charged.Child("status");
        section.SetNumber("disruptionsAllowed", allowed - 1);
        section.Child("disruptedPods").SetText(pod, GoTime.Write(cluster.Time.GetUtcNow()));
        return charged;
    }

    private static bool Covers(JsonValue budget, JsonValue pod) =>
        LabelSelector.Read(budget["spec"u8]["selector"u8], "spec.selector", out _) is { } selector && selector.Matches(pod["metadata"u8]["labels"u8]);

    private static StatusException Refused(string why, int retryAfterSeconds)
    {
        Status status = Status.TooManyRequests(WouldViolate, retryAfterSeconds);
        return new StatusException(status with { Details = status.Details! with { Causes = [new StatusCause("DisruptionBudget", why, "")] } });
    }
}
