using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Schemas;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Objects on their way into the store and out of it: Events are kept in one form, and shown by two groups, each in its own.</summary>
internal static class StoredForms
{
    private static readonly GroupVersionKind Event = new("", "v1", "Event");

    /// <summary>A kept object as a resource shows it: a custom resource under the schema of now.</summary>
    public static JsonValue Read(ApiResource resource, StoredObject stored) => Present(resource, ReadKept(resource, stored));

    /// <summary>A kept object in the form of a resource, as it was written.</summary>
    public static JsonValue ReadKept(ApiResource resource, StoredObject stored) =>
        IsShownOtherwise(resource) ? EventForm.ToEvents(stored.Read(Event)) : stored.Read(resource.Gvk);

    /// <summary>A kept object under the schema of now, which may not be that under which it was written.</summary>
    public static JsonValue Present(ApiResource resource, JsonValue kept) => resource.Custom?.Schema.DecodeStored(kept) ?? kept;

    /// <summary>An object as it is written: the floats of a custom resource anew, so that <c>1.0</c> becomes <c>1</c> once nothing can be said of it any more.</summary>
    public static JsonValue Written(ApiResource resource, JsonValue value) => resource.IsCustom ? StoredForm.Of(value) : value;

    /// <summary>An object of a resource, to be stored.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="draft">The object, which is changed.</param>
    public static StoredObject Make(ApiResource resource, JsonDraft draft) =>
        StoredObject.Of(IsShownOtherwise(resource) ? new JsonDraft(EventForm.ToCore(draft.Freeze(JsonPolicy.Server))) : draft);

    /// <summary>Whether a resource shows its objects in another form than they are kept in.</summary>
    public static bool IsShownOtherwise(ApiResource resource) => resource.StoredAs != resource.GroupResource;

    /// <summary>A kept object without its type, as a resource shows it.</summary>
    public static ReadOnlyMemory<byte> Shown(ReadOnlyMemory<byte> json) =>
        ObjectType.WriteWithout(new JsonDraft(EventForm.ToEvents(JsonTree.Parse(ObjectType.Join(Event, json.Span), JsonPolicy.Server).Root)));
}
