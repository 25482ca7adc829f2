using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;
using Webhooks.Schemas.Requests;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Makes an object.</summary>
internal sealed class CreateVerb(Cluster cluster, ObjectForms forms, Gatekeeping gates)
{
    /// <summary>Makes the object that the body says.</summary>
    public Answer Run(ApiCall call)
    {
        WriteOptions options = WriteOptions.Read(call.Query, "CreateOptions");
        DecodedObject decoded = ObjectForms.Decode(call, options);
        return Warned.Run(decoded.Warnings, () => Run(call, new JsonDraft(decoded.Object), options));
    }

    /// <summary>Makes an object.</summary>
    /// <param name="call">The call; its body is not looked at.</param>
    /// <param name="made">The object as decoded.</param>
    /// <param name="options">The options.</param>
    /// <param name="isApplied">Whether its managed fields are kept already.</param>
    public Answer Run(ApiCall call, JsonDraft made, WriteOptions options, bool isApplied = false)
    {
        ObjectMeta meta = new(made);
        Placing.InNamespace(call, meta);
        return Warned.Run(OwnerDuplicates.Remove(made, isPatched: isApplied), () => Make(call, made, options, isApplied));
    }

    private Answer Make(ApiCall call, JsonDraft made, WriteOptions options, bool isApplied)
    {
        ObjectMeta meta = new(made);
        Sighting[] ground = gates.Create(call, made);
        string sentVersion = meta.ResourceVersion;
        Fill(meta);
        JsonValue sent = made.Freeze(JsonPolicy.Server);
        JsonDraft owned = isApplied ? new JsonDraft(sent) : ObjectForms.Own(call, sent, default, options, cluster.Time.GetUtcNow());
        gates.Admit(call, owned, default);
        JsonValue prepared = forms.PrepareForCreate(call, owned, sent);
        gates.Grant(call with { Name = meta.Name }, prepared, default);
        StatusCause[] causes = [.. ObjectForms.CheckCreate(call, prepared)];
        if (causes.Length > 0)
        {
            throw new StatusException(Status.Invalid(ObjectForms.KindOf(call, prepared), meta.Name, causes));
        }

        return Warned.Run(
            ObjectForms.Warnings(call, prepared, default),
            () => Store(call with { Name = meta.Name }, StoredForms.Written(call.Resource, prepared), sentVersion, options, ground));
    }

    private void Fill(ObjectMeta meta)
    {
        if (meta.Name.Length == 0 && meta.GenerateName.Length > 0)
        {
            meta.Name = GeneratedNames.From(meta.GenerateName);
        }

        meta.Uid = Guid.NewGuid().ToString();
        meta.CreationTimestamp = cluster.Time.GetUtcNow();
        meta.DeletionTimestamp = "";
        meta.DeletionGracePeriodSeconds = null;
        meta.ResourceVersion = "";
        meta.Remove("selfLink");
    }

    private Answer Store(ApiCall call, JsonValue made, string sentVersion, WriteOptions options, Sighting[] ground)
    {
        StoredObject? ready = null;
        while (true)
        {
            IReadOnlyList<Replacement> charges = gates.Judge(call, made, default);
            if (ResourceVersionText.IsSet(sentVersion))
            {
                throw new StatusException(ResourceVersionText.OnCreate);
            }

            if (cluster.Store.Find(call.StoredAs, call.Key) is { } taken)
            {
                throw Taken(call, taken);
            }

            if (options.IsDryRun)
            {
                return Showing.AsIs(call, 201, ObjectType.WriteWithout(new JsonDraft(made)));
            }

            ready ??= StoredForms.Make(call.Resource, new JsonDraft(made));
            if (cluster.Store.TryCreate(call.StoredAs, ready, charges, ground) is { } stored)
            {
                return Showing.Show(call, 201, stored.Json);
            }

            // Somebody else was faster, with the name, with a quota, or with what it stands on, which may be on its way out.
            ground = gates.Create(call, new JsonDraft(made));
        }
    }

    private static StatusException Taken(ApiCall call, StoredObject by)
    {
        Status status = Status.AlreadyExists(call.Resource.GroupResource, call.Name);
        bool isGoing = !by.Read()["metadata"u8]["deletionTimestamp"u8].IsAbsent;
        return new StatusException(isGoing ? status with { Message = "object is being deleted: " + status.Message } : status);
    }
}
