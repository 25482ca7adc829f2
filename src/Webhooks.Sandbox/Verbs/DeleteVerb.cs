using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Deletes an object, or asks for it to go where somebody must be done first.</summary>
internal sealed class DeleteVerb(Cluster cluster)
{
    /// <summary>Deletes the object of a call.</summary>
    public Answer Run(ApiCall call)
    {
        DeleteOptions options = DeleteBodies.Read(call);
        return Warned.Run(Warnings(call, options), () => Run(call, options));
    }

    /// <summary>What a deletion, of one object or of a collection, is warned of: Jobs that leave their pods behind unasked.</summary>
    public static IReadOnlyList<string> Warnings(ApiCall call, DeleteOptions options) =>
        options is { Propagation: null, OrphansDependents: null } && Strategies.Of(call.Resource).UnsaidPropagation is { } warning ? [warning] : [];

    /// <summary>Deletes an object.</summary>
    /// <param name="call">The call; its body is not looked at.</param>
    /// <param name="options">The options.</param>
    public Answer Run(ApiCall call, DeleteOptions options)
    {
        Gatekeeping.Delete(call);
        while (true)
        {
            StoredObject current = cluster.Store.Find(call.StoredAs, call.Key) ?? throw new StatusException(call.NotFound());
            if (Try(call, current, options) is { } answer)
            {
                return answer;
            }
        }
    }

    private Answer? Try(ApiCall call, StoredObject current, DeleteOptions options)
    {
        JsonValue old = StoredForms.Read(call.Resource, current);
        CheckPreconditions(call, old["metadata"u8], options);
        JsonDraft going = new(old);
        DeletionStep step = Deletion.Plan(call, going, options, cluster.Time.GetUtcNow());
        StoredObject? left = current;
        if (step != DeletionStep.Gone)
        {
            left = Mark(call, current, old, going, options);
            if (left == null || step == DeletionStep.Marked)
            {
                return left == null ? null : Showing.Show(call, 200, left.Json);
            }
        }

        if (options.IsDryRun)
        {
            return Gone(call, left);
        }

        return cluster.Store.TryDelete(call.StoredAs, left) is { } gone ? Gone(call, gone) : null;
    }

    /// <summary>Stores what the deletion changes in the object, if anything.</summary>
    private StoredObject? Mark(ApiCall call, StoredObject current, JsonValue old, JsonDraft going, DeleteOptions options)
    {
        if (JsonEquality.AreEqual(going.Freeze(JsonPolicy.Server), old))
        {
            return current;
        }

        StoredObject marked = StoredForms.Make(call.Resource, going);
        return options.IsDryRun ? marked.At(current.Revision) : cluster.Store.TryReplace(call.StoredAs, current, marked);
    }

    private static Answer Gone(ApiCall call, StoredObject gone)
    {
        if (Strategies.Of(call.Resource).DeleteAnswersObject)
        {
            return Showing.Show(call, 200, gone.Json);
        }

        return new Answer.Failure(Status.Success(new StatusDetails
        {
            Name = gone.Name,
            Group = call.Resource.Group,
            Kind = call.Resource.Plural,
            Uid = gone.Read()["metadata"u8]["uid"u8].AsString() ?? "",
        }));
    }

    private static void CheckPreconditions(ApiCall call, JsonValue meta, DeleteOptions options)
    {
        string uid = meta["uid"u8].AsString() ?? "";
        string version = meta["resourceVersion"u8].AsString() ?? "";
        string? why = null;
        if (options.Uid is { } wantedUid && wantedUid != uid)
        {
            why = $"the UID in the precondition ({wantedUid}) does not match the UID in record ({uid}). The object might have been deleted and then recreated";
        }
        else if (options.ResourceVersion is { } wanted && wanted != version)
        {
            why = $"the ResourceVersion in the precondition ({wanted}) does not match the ResourceVersion in record ({version}). The object might have been modified";
        }

        if (why != null)
        {
            throw new StatusException(Status.Conflict(new GroupResource(call.Resource.Group, call.Resource.Kind), call.Name, why));
        }
    }
}
