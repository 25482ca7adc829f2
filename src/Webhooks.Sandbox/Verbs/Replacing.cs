using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Applying;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Puts an object in the place of another: what updates and patches share.</summary>
internal sealed class Replacing(Cluster cluster, ObjectForms forms, Gatekeeping gates)
{
    /// <summary>Tries it once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="current">The object that is there.</param>
    /// <param name="next">The object that is to be there; changed.</param>
    /// <param name="options">The options.</param>
    /// <param name="isApplied">Whether its managed fields are kept already.</param>
    /// <returns>The answer; <c>null</c> when somebody else was faster.</returns>
    /// <exception cref="StatusException">It may not be there.</exception>
    public Answer? Try(ApiCall call, StoredObject current, JsonDraft next, WriteOptions options, bool isApplied = false)
    {
        JsonValue kept = StoredForms.ReadKept(call.Resource, current);
        JsonValue old = StoredForms.Present(call.Resource, kept);
        ObjectMeta meta = new(next);
        CheckVersion(call, meta, current);
        Keep(meta, old["metadata"u8]);
        JsonValue sent = next.Freeze(JsonPolicy.Server);
        DateTimeOffset now = cluster.Time.GetUtcNow();
        JsonDraft owned = isApplied ? new JsonDraft(sent) : ObjectForms.Own(call, sent, old, options, now);
        gates.Admit(call, owned, old);
        JsonValue replacement = forms.PrepareForUpdate(call, owned, sent, old, now);
        gates.Grant(call, replacement, old);
        StatusCause[] causes = [.. ObjectForms.CheckUpdate(call, replacement, old)];
        if (causes.Length > 0)
        {
            throw new StatusException(Status.Invalid(ObjectForms.KindOf(call, replacement), call.Name, causes));
        }

        IReadOnlyList<Replacement> charges = gates.Judge(call, replacement, old);
        Answer? answer = Store(call, current, kept, new JsonDraft(StoredForms.Written(call.Resource, replacement)), charges, options);
        return answer == null ? null : answer with { Warnings = ObjectForms.Warnings(call, replacement, old) };
    }

    private Answer? Store(
        ApiCall call, StoredObject current, JsonValue kept, JsonDraft next, IReadOnlyList<Replacement> charges, WriteOptions options)
    {
        ObjectMeta meta = new(next);
        meta.ResourceVersion = current.Revision.ToString(CultureInfo.InvariantCulture);
        JsonValue frozen = next.Freeze(JsonPolicy.Server);
        if (ManagedFields.KeepTimes(kept, frozen).Equals(kept))
        {
            return Showing.Show(call, 200, current.Json);
        }

        next = new JsonDraft(frozen);
        if (Finalization.EndsBy(call, kept, next))
        {
            // The answer shows the object as it would have been; it is gone.
            ReadOnlyMemory<byte> last = ObjectType.WriteWithout(next);
            return options.IsDryRun || cluster.Store.TryDelete(call.StoredAs, current) != null ? Showing.AsIs(call, 200, last) : null;
        }

        if (options.IsDryRun)
        {
            return Showing.AsIs(call, 200, ObjectType.WriteWithout(next));
        }

        return cluster.Store.TryReplace(call.StoredAs, current, StoredForms.Make(call.Resource, next), charges) is { } stored
            ? Showing.Show(call, 200, stored.Json)
            : null;
    }

    private static void CheckVersion(ApiCall call, ObjectMeta meta, StoredObject current)
    {
        long version = meta.ResourceVersion.Length == 0 ? 0 : Versions.Read(meta.ResourceVersion);
        if (version == 0)
        {
            if (!Strategies.Of(call.Resource).AllowsUnconditionalUpdate)
            {
                // Named by the resource, as the server has it.
                throw new StatusException(Status.Invalid(
                    new GroupKind(call.Resource.Group, call.Resource.Plural),
                    call.Name,
                    [FieldError.Invalid("metadata.resourceVersion", 0, "must be specified for an update")]));
            }

            meta.ResourceVersion = current.Revision.ToString(CultureInfo.InvariantCulture);
        }
        else if (version != current.Revision)
        {
            throw new StatusException(Status.Conflict(call.Resource.GroupResource, call.Name, Status.ObjectModified));
        }
    }

    /// <summary>What a client cannot change stays; what it left out is taken from what is there.</summary>
    private static void Keep(ObjectMeta meta, JsonValue old)
    {
        if (meta.Uid.Length == 0)
        {
            meta.Take("uid", old);
        }

        meta.Take("creationTimestamp", old);
        meta.Take("generation", old);
        meta.Remove("selfLink");
        if (!old["deletionTimestamp"u8].IsAbsent)
        {
            meta.Take("deletionTimestamp", old);
        }

        if (meta.DeletionGracePeriodSeconds == null)
        {
            meta.Take("deletionGracePeriodSeconds", old);
        }
    }
}
