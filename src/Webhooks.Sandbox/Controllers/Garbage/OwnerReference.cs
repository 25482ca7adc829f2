using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Controllers.Garbage;

/// <summary>An entry of <c>metadata.ownerReferences</c>.</summary>
/// <param name="ApiVersion">Group and version of the owner.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name; its namespace is that of the dependent, if it has one.</param>
/// <param name="Uid">Its uid.</param>
/// <param name="IsBlocking">Whether it waits for the dependent when it is deleted in the foreground.</param>
internal sealed record OwnerReference(string ApiVersion, string Kind, string Name, string Uid, bool IsBlocking)
{
    /// <summary>Reads an entry.</summary>
    public static OwnerReference Read(JsonValue entry) => new(
        entry["apiVersion"u8].AsString() ?? "",
        entry["kind"u8].AsString() ?? "",
        entry["name"u8].AsString() ?? "",
        entry["uid"u8].AsString() ?? "",
        entry["blockOwnerDeletion"u8].Kind == JsonKind.True);
}
