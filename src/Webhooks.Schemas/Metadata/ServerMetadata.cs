using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Metadata;

/// <summary>The metadata that only the server says: objects of all kinds share it.</summary>
public static class ServerMetadata
{
    /// <summary>What only an object that is being deleted has, and a link of old that is no longer kept.</summary>
    private static readonly string[] Unborn = ["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"];

    /// <summary>A new object is not being deleted, whatever it says.</summary>
    /// <param name="metadata">Its metadata; changed.</param>
    public static void OnCreate(JsonDraft metadata)
    {
        foreach (string member in Unborn)
        {
            metadata.Remove(member);
        }
    }

    /// <summary>Of a changed object what an update cannot change comes from what was there.</summary>
    /// <param name="metadata">Its metadata; changed.</param>
    /// <param name="old">The metadata that were there.</param>
    public static void OnUpdate(JsonDraft metadata, JsonValue old)
    {
        metadata.Remove("selfLink");
        metadata.SetOrRemove("generation", old["generation"u8]);
        metadata.SetOrRemove("creationTimestamp", old["creationTimestamp"u8]);
        if (metadata.Text("uid").Length == 0)
        {
            metadata.SetOrRemove("uid", old["uid"u8]);
        }

        if (!old["deletionTimestamp"u8].IsAbsent)
        {
            metadata.SetOrRemove("deletionTimestamp", old["deletionTimestamp"u8]);
        }

        if (metadata.Lacks("deletionGracePeriodSeconds") && !old["deletionGracePeriodSeconds"u8].IsAbsent)
        {
            metadata.SetOrRemove("deletionGracePeriodSeconds", old["deletionGracePeriodSeconds"u8]);
        }
    }
}
