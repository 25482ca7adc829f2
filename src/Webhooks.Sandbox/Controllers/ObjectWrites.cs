using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers;

/// <summary>
/// The writes of controllers: requests as those of any client, each for the version that was looked at, so that what
/// somebody else wrote or deleted meanwhile is a conflict.
/// </summary>
/// <param name="verbs">Does them.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class ObjectWrites(ApiVerbs verbs, CancellationToken cancellation)
{
    /// <summary>Makes an object.</summary>
    /// <returns>The object as it was made, without its type.</returns>
    /// <exception cref="StatusException">It is refused.</exception>
    public async Task<JsonValue> Create(ApiResource resource, string space, JsonDraft made)
    {
        ApiCall call = new() { Verb = "create", Resource = resource, Namespace = space, Body = BytesOf(made), UserAgent = Agent };
        return await verbs.Run(call, cancellation) is Answer.Object answer ? JsonTree.Parse(answer.Json, JsonPolicy.Server).Root : default;
    }

    /// <summary>Changes an object by a merge patch.</summary>
    /// <param name="resource">Whose object.</param>
    /// <param name="seen">The object as it was looked at.</param>
    /// <param name="patch">The patch; changed.</param>
    /// <param name="subresource">The subresource; empty for none.</param>
    /// <exception cref="StatusException">It is refused; 409 when it is not what it was.</exception>
    public Task Patch(ApiResource resource, StoredObject seen, JsonDraft patch, string subresource = "")
    {
        ObjectMeta meta = new(patch);
        meta.ResourceVersion = VersionOf(seen);
        return Run(CallOf("patch", resource, seen) with
        {
            Subresource = resource.Find(subresource),
            ContentType = "application/merge-patch+json",
            Body = BytesOf(patch),
        });
    }

    /// <summary>Changes the conditions in an object's status.</summary>
    /// <param name="resource">Whose object.</param>
    /// <param name="seen">The object as it was looked at.</param>
    /// <param name="changed">The object with the conditions as they are to be.</param>
    /// <exception cref="StatusException">It is refused; 409 when it is not what it was.</exception>
    public Task PatchConditions(ApiResource resource, StoredObject seen, JsonDraft changed)
    {
        JsonDraft patch = JsonDraft.EmptyObject();
        patch.Child("status").SetValue("conditions", changed.Find("status")!.Find("conditions")!.Freeze(JsonPolicy.Server));
        return Patch(resource, seen, patch, "status");
    }

    /// <summary>Puts an object in the place of the one that was looked at.</summary>
    /// <param name="resource">Whose object.</param>
    /// <param name="seen">The object as it was looked at.</param>
    /// <param name="next">The object as it is to be.</param>
    /// <param name="subresource">The subresource; empty for none.</param>
    /// <exception cref="StatusException">It is refused; 409 when it is not what it was.</exception>
    public Task Update(ApiResource resource, StoredObject seen, JsonDraft next, string subresource = "") => Run(
        CallOf("update", resource, seen) with { Subresource = resource.Find(subresource), Body = BytesOf(next) });

    /// <summary>Deletes an object.</summary>
    /// <param name="resource">Whose object.</param>
    /// <param name="seen">The object as it was looked at.</param>
    /// <param name="options">Options of the deletion; changed.</param>
    /// <exception cref="StatusException">It is refused; 409 when it is not what it was.</exception>
    public Task Delete(ApiResource resource, StoredObject seen, JsonDraft options)
    {
        options.SetText("kind", "DeleteOptions");
        options.SetText("apiVersion", "v1");
        JsonDraft preconditions = options.Child("preconditions");
        preconditions.SetText("uid", seen.Read()["metadata"u8]["uid"u8].GetString());
        preconditions.SetText("resourceVersion", VersionOf(seen));
        return Run(CallOf("delete", resource, seen) with { Body = BytesOf(options) });
    }

    /// <summary>Deletes an object; what it owns goes in the background, or as said.</summary>
    /// <param name="resource">Whose object.</param>
    /// <param name="seen">The object as it was looked at.</param>
    /// <param name="propagation"><c>Background</c>, <c>Foreground</c> or <c>Orphan</c>.</param>
    public Task Delete(ApiResource resource, StoredObject seen, string propagation = "Background")
    {
        JsonDraft options = JsonDraft.EmptyObject();
        options.SetText("propagationPolicy", propagation);
        return Delete(resource, seen, options);
    }

    private const string Agent = "sandbox-controllers";

    private async Task Run(ApiCall call)
    {
        try
        {
            await verbs.Run(call, cancellation);
        }
        catch (StatusException gone) when (gone.Status.Code == 404)
        {
            throw new StatusException(Status.Conflict(call.Resource.GroupResource, call.Name, "the object has been deleted"));
        }
    }

    private static ApiCall CallOf(string verb, ApiResource resource, StoredObject seen) =>
        new() { Verb = verb, Resource = resource, Namespace = seen.Namespace, Name = seen.Name, UserAgent = Agent };

    private static string VersionOf(StoredObject seen) => seen.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] BytesOf(JsonDraft draft) => draft.Freeze(JsonPolicy.Server).RawText.ToArray();
}
