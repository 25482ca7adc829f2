using Webhooks.Resources.Json;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Controllers.Garbage;

/// <summary>Merge patches of owner references and finalizers.</summary>
internal static class OwnerPatches
{
    /// <summary>Takes the references to some owners out.</summary>
    public static JsonDraft Without(StoredObject stored, IReadOnlyCollection<string> owners) =>
        Of("ownerReferences", ReferencesOf(stored).Where(reference => !owners.Contains(reference["uid"u8].AsString())).Select(reference => new JsonDraft(reference)));

    /// <summary>Lets no owner wait for it.</summary>
    public static JsonDraft Unblocked(StoredObject stored) => Of("ownerReferences", ReferencesOf(stored).Select(reference =>
    {
        JsonDraft unblocked = new(reference);
        unblocked.SetJson("blockOwnerDeletion", "false");
        return unblocked;
    }));

    /// <summary>Takes a finalizer out.</summary>
    public static JsonDraft WithoutFinalizer(StoredObject stored, string finalizer) => Of(
        "finalizers",
        stored.Read()["metadata"u8]["finalizers"u8].Items().Where(item => item.AsString() != finalizer).Select(item => new JsonDraft(item)));

    private static IEnumerable<JsonValue> ReferencesOf(StoredObject stored) => stored.Read()["metadata"u8]["ownerReferences"u8].Items();

    private static JsonDraft Of(string member, IEnumerable<JsonDraft> items)
    {
        JsonDraft list = JsonDraft.EmptyArray();
        foreach (JsonDraft item in items)
        {
            list.Add(item);
        }

        JsonDraft patch = JsonDraft.EmptyObject();
        patch.Child("metadata").Set(member, list.Count == 0 ? Drafts.Json("null") : list);
        return patch;
    }
}
