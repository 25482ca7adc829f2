using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary><c>metadata.managedFields</c> in objects: put in, taken out, and compared but for their times.</summary>
internal static class ManagedFields
{
    /// <summary>
    /// The object to store, given what a write makes of it: the stored one itself where only times in managed fields
    /// differ, so that writing the same again is no change.
    /// </summary>
    public static JsonValue KeepTimes(JsonValue live, JsonValue next) =>
        JsonEquality.AreEqual(WithoutTimes(live), WithoutTimes(next)) ? live : next;

    /// <summary>Says in an object who owns what of it; nothing where nobody owns anything.</summary>
    public static void Set(JsonDraft draft, Ownership ownership)
    {
        if (ownership.IsEmpty)
        {
            return;
        }

        if (draft.Find("metadata") is not { Kind: JsonKind.Object } metadata)
        {
            metadata = JsonDraft.EmptyObject();
            draft.Set("metadata", metadata);
        }

        metadata.Set("managedFields", ownership.Write());
    }

    /// <summary>The object without its managed fields.</summary>
    public static JsonValue Remove(JsonValue value)
    {
        if (value["metadata"u8]["managedFields"u8].IsMissing)
        {
            return value;
        }

        JsonDraft draft = new(value);
        draft.Find("metadata")!.Remove("managedFields");
        return draft.Freeze(JsonPolicy.Server);
    }

    private static JsonValue WithoutTimes(JsonValue value)
    {
        JsonDraft draft = new(value);
        if (draft.Find("metadata")?.Find("managedFields") is { Kind: JsonKind.Array } entries)
        {
            foreach (JsonDraft entry in entries.Items.Where(entry => entry.Kind == JsonKind.Object))
            {
                entry.Remove("time");
            }
        }

        return draft.Freeze(JsonPolicy.Server);
    }
}
