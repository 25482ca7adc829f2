using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Escalation;

/// <summary>The fields that the garbage collector changes: an update of nothing else gives nobody anything.</summary>
internal static class CollectorFields
{
    // managedFields follow from the change itself.
    private static readonly string[] Names = ["ownerReferences", "finalizers", "managedFields"];

    /// <summary>Whether two versions of an object differ in these fields at most.</summary>
    public static bool AreAllThatChanges(JsonValue changed, JsonValue old) =>
        JsonEquality.AreEqual(Without(changed).Freeze(JsonPolicy.Server), Without(old).Freeze(JsonPolicy.Server));

    private static JsonDraft Without(JsonValue value)
    {
        JsonDraft draft = new(value);
        if (draft.Find("metadata") is { Kind: JsonKind.Object } metadata)
        {
            foreach (string name in Names)
            {
                metadata.Remove(name);
            }
        }

        return draft;
    }
}
