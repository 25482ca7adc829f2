using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Holds writes to the ResourceQuotas of their namespace, and charges them.</summary>
/// <remarks>
/// As <c>k8s.io/apiserver/pkg/admission/plugin/resourcequota</c>, but for one thing: a charge is written together with
/// what it is for or not at all, so that nothing is charged that is not stored. Thread safe. Nothing is allocated where
/// there is no quota.
/// </remarks>
internal sealed class QuotaAdmission(Store store, TimeProvider time)
{
    private const string Owner = "kube-apiserver";

    private static readonly ApiResource Quotas = KindTable.BuiltIn.FindAny(new GroupResource("", "resourcequotas"))!;

    private readonly NamespaceIndex _quotas = store.Index(Quotas.GroupResource);

    /// <summary>What a write is charged to quotas: they are to be written before it, all or nothing.</summary>
    /// <param name="call">The write.</param>
    /// <param name="next">The object as it would be stored.</param>
    /// <param name="old">The object as it was; missing for a new one.</param>
    /// <exception cref="StatusException">It is more than a quota has left, or cannot be measured.</exception>
    public IReadOnlyList<Replacement> Charge(ApiCall call, JsonValue next, JsonValue old)
    {
        ImmutableArray<StoredObject> quotas = call.Resource.IsNamespaced ? _quotas.In(call.Namespace) : [];
        if (quotas.IsEmpty || Evaluators.Of(call.StoredAs) is not { } evaluator || !evaluator.Handles(call.Subresource?.Name ?? "", next, old))
        {
            return [];
        }

        Quota[] concerned = [.. quotas.Select(quota => new Quota(quota)).Where(quota => evaluator.Matches(quota, next))];
        Array.ForEach(concerned, quota => CheckMeasures(call, evaluator, quota, next));
        if (concerned.Length == 0)
        {
            return [];
        }

        DateTimeOffset now = time.GetUtcNow();
        ResourceList usage = evaluator.Usage(next, now);
        if (usage.Where((_, amount) => amount.Sign < 0) is { IsEmpty: false } negative)
        {
            throw Forbidden(call, $"quota usage is negative for resource(s): {string.Join(',', negative.Names)}");
        }

        ResourceList growth = old.IsMissing ? usage : usage.Above(evaluator.Usage(old, now));
        List<Replacement> charges = [];
        foreach (Quota quota in concerned)
        {
            // What comes into a quota's scope is charged in full.
            ResourceList asked = old.IsMissing || evaluator.Matches(quota, old) ? growth : usage;
            if (Requested(call, quota, asked) is { IsEmpty: false } requested)
            {
                charges.Add(Charged(quota, requested, now));
            }
        }

        return charges;
    }

    private static void CheckMeasures(ApiCall call, Evaluator evaluator, Quota quota, JsonValue next)
    {
        string[] tracked = [.. quota.Hard.Names.Where(evaluator.Tracks)];
        if (evaluator.Problem(tracked, next) is { } problem)
        {
            throw Forbidden(call, $"failed quota: {quota.Name}: {problem}");
        }

        if (!tracked.All(quota.Used.Has))
        {
            throw Forbidden(call, $"status unknown for quota: {quota.Name}, resources: {string.Join(',', tracked)}");
        }
    }

    /// <summary>What a quota is asked for of all that an object uses.</summary>
    private static ResourceList Requested(ApiCall call, Quota quota, ResourceList asked)
    {
        ResourceList requested = asked.Where((name, amount) => !amount.IsZero && quota.Hard.Has(name));
        ResourceList exceeded = requested.Where((name, amount) => quota.Used[name] + amount > quota.Hard[name]);
        if (exceeded.IsEmpty || call.Subresource?.Name == "status")
        {
            return requested;
        }

        ResourceList used = quota.Used.Where((name, _) => exceeded.Has(name));
        ResourceList limited = quota.Hard.Where((name, _) => exceeded.Has(name));
        throw Forbidden(call, $"exceeded quota: {quota.Name}, requested: {exceeded}, used: {used}, limited: {limited}");
    }

    private static Replacement Charged(Quota quota, ResourceList requested, DateTimeOffset now)
    {
        JsonValue before = quota.Stored.Read(Quotas.Gvk);
        JsonDraft draft = new(before);
        draft.Find("status")!.Set("used", quota.Used.Add(requested).ToDraft());
        JsonDraft owned = Quotas.Ownership.Update(before, draft.Freeze(JsonPolicy.Server), Owner, "status", now);
        return new Replacement(Quotas.GroupResource, quota.Stored, StoredObject.Of(owned));
    }

    private static StatusException Forbidden(ApiCall call, string why) => new(Status.Forbidden(call.Resource.GroupResource, call.Name, why));
}
