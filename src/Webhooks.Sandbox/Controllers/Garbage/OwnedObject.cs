using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Garbage;

/// <summary>What the garbage collector knows of an object that has owners, or is being deleted.</summary>
/// <remarks>Immutable.</remarks>
internal sealed record OwnedObject
{
    /// <summary>Under which resource it is kept.</summary>
    public required GroupResource Resource { get; init; }

    /// <summary>Its key there.</summary>
    public required string Key { get; init; }

    /// <summary>Its uid.</summary>
    public required string Uid { get; init; }

    /// <summary>Its owners.</summary>
    public ImmutableArray<OwnerReference> Owners { get; init; } = [];

    /// <summary>Whether it is to go.</summary>
    public bool IsBeingDeleted { get; init; }

    /// <summary>Whether what it owns is to forget it before it goes.</summary>
    public bool OrphansDependents { get; init; }

    /// <summary>Whether it waits for what it owns to go.</summary>
    public bool DeletesDependents { get; init; }

    /// <summary>What a stored object shows; <c>null</c> where it neither has owners nor is to go.</summary>
    public static OwnedObject? Read(GroupResource resource, StoredObject stored)
    {
        // Most objects have neither, and are not read.
        ReadOnlySpan<byte> json = stored.Json.Span;
        if (json.IndexOf("\"ownerReferences\""u8) < 0 && json.IndexOf("\"deletionTimestamp\""u8) < 0)
        {
            return null;
        }

        JsonValue meta = stored.Read()["metadata"u8];
        bool isBeingDeleted = !meta["deletionTimestamp"u8].IsAbsent;
        ImmutableArray<OwnerReference> owners = [.. meta["ownerReferences"u8].Items().Select(OwnerReference.Read)];
        return !isBeingDeleted && owners.IsEmpty ? null : new OwnedObject
        {
            Resource = resource,
            Key = stored.Key,
            Uid = meta["uid"u8].AsString() ?? "",
            Owners = owners,
            IsBeingDeleted = isBeingDeleted,
            OrphansDependents = isBeingDeleted && Has(meta, Deletion.Orphan),
            DeletesDependents = isBeingDeleted && Has(meta, Deletion.Foreground),
        };
    }

    /// <summary>Whether an object has a finalizer.</summary>
    public static bool Has(JsonValue meta, string finalizer) => meta["finalizers"u8].Items().Any(item => item.AsString() == finalizer);

    /// <summary>Whether the collector sees the same in both.</summary>
    public bool Shows(OwnedObject other) =>
        Uid == other.Uid && IsBeingDeleted == other.IsBeingDeleted && OrphansDependents == other.OrphansDependents
        && DeletesDependents == other.DeletesDependents && Owners.SequenceEqual(other.Owners);
}
