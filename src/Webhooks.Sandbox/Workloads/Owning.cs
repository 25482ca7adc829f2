using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Workloads;

/// <summary>Which objects are controlled by which.</summary>
internal static class Owning
{
    /// <summary>The key of the controller of that kind that an object has; <c>null</c> for none.</summary>
    public static string? ControllerOf(StoredObject stored, string kind)
    {
        JsonValue reference = Controller(stored.Read());
        return reference["kind"u8].AsString() == kind ? StoredObject.KeyOf(stored.Namespace, reference["name"u8].AsString() ?? "") : null;
    }

    /// <summary>The objects of a namespace that an object controls, in the order in which they were made.</summary>
    public static IEnumerable<(StoredObject Stored, JsonValue Value)> ControlledBy(Cluster cluster, GroupResource resource, string space, string uid) =>
        cluster.Store.List(resource, space + "/").Objects
            .Select(stored => (Stored: stored, Value: stored.Read()))
            .Where(item => Controller(item.Value)["uid"u8].AsString() == uid)
            .OrderBy(item => item.Value["metadata"u8]["creationTimestamp"u8].AsString(), StringComparer.Ordinal)
            .ThenBy(item => item.Stored.Name, StringComparer.Ordinal);

    /// <summary>Makes an object the controller of another.</summary>
    public static void SetController(JsonDraft controlled, ApiResource resource, JsonValue controller)
    {
        JsonDraft reference = JsonDraft.EmptyObject();
        reference.Set("apiVersion", Drafts.Text(resource.ApiVersion));
        reference.Set("kind", Drafts.Text(resource.Kind));
        reference.Set("name", new JsonDraft(controller["metadata"u8]["name"u8]));
        reference.Set("uid", new JsonDraft(controller["metadata"u8]["uid"u8]));
        reference.Set("controller", Drafts.Json("true"));
        reference.Set("blockOwnerDeletion", Drafts.Json("true"));
        JsonDraft list = JsonDraft.EmptyArray();
        list.Insert(0, reference);
        controlled.Section("metadata").Set("ownerReferences", list);
    }

    private static JsonValue Controller(JsonValue value) =>
        value["metadata"u8]["ownerReferences"u8].Items().FirstOrDefault(reference => reference["controller"u8].Kind == JsonKind.True);
}
