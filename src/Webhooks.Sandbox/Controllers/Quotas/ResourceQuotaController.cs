using Webhooks.Resources.Json;
using Webhooks.Sandbox.Admission;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Quotas;

/// <summary>
/// Says in the status of quotas what is limited and what is used: when they come or change, when something that they
/// count goes, and every five minutes. What is added meanwhile, admission charges. Keys are those of quotas.
/// </summary>
/// <remarks>As <c>pkg/controller/resourcequota</c>.</remarks>
internal sealed class ResourceQuotaController(Cluster cluster, ObjectWrites writes) : Controller(cluster.Time)
{
    private static readonly TimeSpan FullCount = TimeSpan.FromMinutes(5);

    private readonly NamespaceIndex _quotas = cluster.Store.Index(BuiltIn.ResourceQuotas);

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        if (change.Resource == BuiltIn.ResourceQuotas && IsNewlyLimited(change.Change))
        {
            Queue.Add(change.Change.Object.Key);
        }
        else if (change.Resource == Definitions.Resource)
        {
            // What is served by now may be counted by quotas of any namespace.
            Add(_quotas.All());
        }

        if (_quotas.In(change.Change.Object.Namespace) is { IsEmpty: false } quotas && Replenishment.IsDue(change, cluster.Time.GetUtcNow()))
        {
            Add(quotas);
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        ApiResource resource = cluster.Get(BuiltIn.ResourceQuotas);
        if (cluster.Store.Find(BuiltIn.ResourceQuotas, key) is not { } stored)
        {
            return true;
        }

        // Who is charged from here on writes the quota, and this write of it is refused.
        JsonValue quota = stored.Read(resource.Gvk);
        JsonValue hard = quota["spec"u8]["hard"u8];
        JsonValue status = quota["status"u8];
        ResourceList limits = ResourceList.Read(hard);
        ResourceList known = ResourceList.Read(status["used"u8]);
        ResourceList used = QuotaUsage.Count(cluster, stored.Namespace, quota["spec"u8]);
        // What others count, they have written there.
        used.Add(known.Where((name, _) => limits.Has(name) && !used.Has(name)));
        bool isTold = !status["hard"u8].IsAbsent && !status["used"u8].IsAbsent && ResourceList.Read(status["hard"u8]).SameAs(limits) && known.SameAs(used);
        if (!isTold)
        {
            JsonDraft draft = new(quota);
            JsonDraft section = JsonDraft.EmptyObject();
            section.Set("hard", hard.IsAbsent ? JsonDraft.EmptyObject() : new JsonDraft(hard));
            section.Set("used", used.ToDraft());
            draft.Set("status", section);
            await writes.Update(resource, stored, draft, "status");
        }

        Queue.AddAt(key, cluster.Time.GetUtcNow() + FullCount);
        return true;
    }

    private void Add(IEnumerable<StoredObject> quotas)
    {
        foreach (StoredObject quota in quotas)
        {
            Queue.Add(quota.Key);
        }
    }

    /// <summary>Whether a quota limits other than it did; what its status says is written here, or to be trusted.</summary>
    private static bool IsNewlyLimited(Change change) => change.Previous is not { } previous
        || !ResourceList.Read(previous.Read()["spec"u8]["hard"u8]).SameAs(ResourceList.Read(change.Object.Read()["spec"u8]["hard"u8]));
}
