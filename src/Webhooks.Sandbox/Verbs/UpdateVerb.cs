using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;
using Webhooks.Schemas.Requests;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Puts the object of a body in the place of the one that is there.</summary>
internal sealed class UpdateVerb(Cluster cluster, Replacing replacing, CreateVerb create, Gatekeeping gates)
{
    /// <summary>Updates the object; kinds that allow it are made when they are not there.</summary>
    public Answer Run(ApiCall call)
    {
        WriteOptions options = WriteOptions.Read(call.Query, "UpdateOptions");
        while (true)
        {
            // Each try has a draft of its own: the one before was changed.
            DecodedObject decoded = ObjectForms.Decode(call, options);
            if (Warned.Run(decoded.Warnings, () => Try(call, new JsonDraft(decoded.Object), options)) is { } answer)
            {
                return answer;
            }
        }
    }

    private Answer? Try(ApiCall call, JsonDraft next, WriteOptions options)
    {
        Placing.AtPath(call, new ObjectMeta(next));
        return Warned.Run(OwnerDuplicates.Remove(next, isPatched: false), () => Put(call, next, options));
    }

    private Answer? Put(ApiCall call, JsonDraft next, WriteOptions options)
    {
        StoredObject? current = cluster.Store.Find(call.StoredAs, call.Key);
        bool makes = current == null && call.Subresource == null && Strategies.Of(call.Resource).AllowsCreateOnUpdate;
        if (current == null && !makes)
        {
            throw new StatusException(call.NotFound());
        }

        CheckUid(call, new ObjectMeta(next), current?.Read()["metadata"u8]["uid"u8].AsString() ?? "");
        if (current != null)
        {
            return replacing.Try(call, current, next, options);
        }

        ApiCall making = call with { Verb = "create" };
        gates.MakeUnasked(making);
        ForgetVersion(new ObjectMeta(next));
        return create.Run(making, next, options);
    }

    /// <summary>Unlike a create, a PUT that makes an object may name a version, as long as it is one.</summary>
    private static void ForgetVersion(ObjectMeta meta)
    {
        if (meta.ResourceVersion.Length > 0)
        {
            Versions.Read(meta.ResourceVersion);
            meta.ResourceVersion = "";
        }
    }

    private static void CheckUid(ApiCall call, ObjectMeta meta, string uid)
    {
        if (meta.Uid.Length > 0 && meta.Uid != uid)
        {
            string path = call.Resource.IsCustom || call.Resource.Group == "apiextensions.k8s.io" ? call.Resource.Group + "/" + call.Resource.Plural : StorageNames.Of(call.StoredAs);
            throw new StatusException(OtherObject.Of(call.Resource.GroupResource, $"{path}/{call.Key}", call.Name, meta.Uid, uid));
        }
    }
}
