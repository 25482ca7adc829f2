using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Kinds;
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

    /// <summary>Whether nothing controls an object that is not being deleted.</summary>
    public static bool IsOrphan(StoredObject stored)
    {
        JsonValue value = stored.Read();
        return Controller(value).IsMissing && value["metadata"u8]["deletionTimestamp"u8].IsAbsent;
    }

    /// <summary>Makes an object the controller of those of its namespace that its selector matches and nothing controls.</summary>
    /// <returns>Whether there were any.</returns>
    public static async Task<bool> Adopt(Cluster cluster, ObjectWrites writes, GroupResource resource, ApiResource kind, JsonValue controller)
    {
        string space = controller["metadata"u8]["namespace"u8].GetString();
        if (LabelSelector.Read(controller["spec"u8]["selector"u8], "spec.selector", out _) is not { } selector)
        {
            return false;
        }

        bool did = false;
        foreach (StoredObject orphan in cluster.Store.List(resource, space + "/").Objects.Where(IsOrphan))
        {
            JsonValue meta = orphan.Read()["metadata"u8];
            if (selector.Matches(meta["labels"u8]))
            {
                JsonDraft patch = JsonDraft.EmptyObject();
                JsonDraft list = meta["ownerReferences"u8].IsAbsent ? JsonDraft.EmptyArray() : new(meta["ownerReferences"u8]);
                list.Add(ReferenceTo(kind, controller));
                patch.Child("metadata").Set("ownerReferences", list);
                await writes.Patch(cluster.Get(resource), orphan, patch);
                did = true;
            }
        }

        return did;
    }

    /// <summary>Makes an object the controller of another.</summary>
    public static void SetController(JsonDraft controlled, ApiResource resource, JsonValue controller)
    {
        JsonDraft list = JsonDraft.EmptyArray();
        list.Insert(0, ReferenceTo(resource, controller));
        controlled.Child("metadata").Set("ownerReferences", list);
    }

    private static JsonDraft ReferenceTo(ApiResource resource, JsonValue controller)
    {
        JsonDraft reference = JsonDraft.EmptyObject();
        reference.SetText("apiVersion", resource.ApiVersion);
        reference.SetText("kind", resource.Kind);
        reference.SetValue("name", controller["metadata"u8]["name"u8]);
        reference.SetValue("uid", controller["metadata"u8]["uid"u8]);
        reference.SetJson("controller", "true");
        reference.SetJson("blockOwnerDeletion", "true");
        return reference;
    }

    private static JsonValue Controller(JsonValue value) =>
        value["metadata"u8]["ownerReferences"u8].Items().FirstOrDefault(reference => reference["controller"u8].Kind == JsonKind.True);
}
