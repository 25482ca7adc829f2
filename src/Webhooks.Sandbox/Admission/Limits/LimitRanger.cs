using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Admission.Limits;

/// <summary>Holds pods and claims to the LimitRanges of their namespace: fills in what they leave out, and refuses what is beyond.</summary>
/// <remarks>As <c>plugin/pkg/admission/limitranger</c>. Thread safe. Nothing is allocated where there is no LimitRange.</remarks>
internal sealed class LimitRanger(Store store)
{
    private static readonly GroupResource Pods = new("", "pods");
    private static readonly GroupResource Claims = new("", "persistentvolumeclaims");

    private readonly NamespaceIndex _ranges = store.Index(new GroupResource("", "limitranges"));

    /// <summary>Gives a pod the requests and limits that it leaves out; any other object stays as it is.</summary>
    /// <param name="call">The write.</param>
    /// <param name="next">The object as it was sent.</param>
    /// <param name="old">The object as it was; missing for a new one.</param>
    public void Fill(ApiCall call, JsonDraft next, JsonValue old)
    {
        if (call.StoredAs != Pods)
        {
            return;
        }

        foreach (StoredObject range in RangesFor(call, old))
        {
            LimitDefaults.Fill(next, range.Read()["spec"u8]["limits"u8]);
        }
    }

    /// <summary>Refuses an object that is beyond the limits of its namespace.</summary>
    /// <param name="call">The write.</param>
    /// <param name="next">The object as it would be stored.</param>
    /// <param name="old">The object as it was; missing for a new one.</param>
    /// <exception cref="StatusException">It is.</exception>
    public void Check(ApiCall call, JsonValue next, JsonValue old)
    {
        foreach (StoredObject range in RangesFor(call, old))
        {
            JsonValue limits = range.Read()["spec"u8]["limits"u8];
            string[] problems = [.. (call.StoredAs == Pods ? LimitConstraints.OfPod(next, limits) : LimitConstraints.OfClaim(next, limits)).Distinct()];
            if (problems.Length > 0)
            {
                string why = problems.Length == 1 ? problems[0] : $"[{string.Join(", ", problems)}]";
                throw new StatusException(Status.Forbidden(call.Resource.GroupResource, call.Name, why));
            }
        }
    }

    /// <summary>The LimitRanges that a write is held to: of pods their creation and what they ask for anew, of claims any; of nothing that is to go.</summary>
    private ImmutableArray<StoredObject> RangesFor(ApiCall call, JsonValue old)
    {
        string subresource = call.Subresource?.Name ?? "";
        bool isHeld = call.StoredAs == Pods ? subresource == (old.IsMissing ? "" : "resize") : call.StoredAs == Claims && subresource.Length == 0;
        if (!isHeld)
        {
            return [];
        }

        ImmutableArray<StoredObject> ranges = _ranges.In(call.Namespace);
        return ranges.IsEmpty || old["metadata"u8]["deletionTimestamp"u8].IsAbsent ? ranges : [];
    }
}
