using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Metadata;

/// <summary>Owner references that stand twice in an object.</summary>
public static class OwnerDuplicates
{
    /// <summary>Takes out references that equal one before them.</summary>
    /// <param name="obj">The object; changed.</param>
    /// <param name="isPatched">Whether a patch made it: the server looks at those later.</param>
    /// <returns>The warning for the client, or nothing.</returns>
    public static IReadOnlyList<string> Remove(JsonDraft obj, bool isPatched)
    {
        if (obj.Find("metadata")?.Find("ownerReferences") is not { Kind: JsonKind.Array } references)
        {
            return [];
        }

        List<JsonValue> kept = [];
        List<string> duplicates = [];
        for (int i = 0; i < references.Count;)
        {
            JsonValue reference = references.Items[i].Freeze(JsonPolicy.Server);
            if (kept.Exists(other => JsonEquality.AreEqual(other, reference)))
            {
                duplicates.Add(reference["uid"u8].AsString() ?? "");
                references.RemoveItem(i);
            }
            else
            {
                kept.Add(reference);
                i++;
            }
        }

        string when = isPatched ? " after mutating admission happens" : "";
        return duplicates.Count == 0 ? [] :
        [
            $".metadata.ownerReferences contains duplicate entries{when}; API server dedups owner references in 1.20+, and may reject such "
                + $"requests as early as 1.24; please fix your requests; duplicate UID(s) observed: {string.Join(", ", duplicates)}",
        ];
    }
}
