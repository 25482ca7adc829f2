using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>An owner: when none of an object's owners is left, the garbage collector takes it.</summary>
/// <param name="ApiVersion">Such as <c>example.com/v1</c>.</param>
/// <param name="Kind">The owner's kind.</param>
/// <param name="Name">The owner's name.</param>
/// <param name="Uid">The owner's uid, which is what proves it.</param>
/// <param name="Controller">Whether the owner manages the object; one owner at most does.</param>
/// <param name="BlockOwnerDeletion">Whether the owner stays, in foreground deletion, until the object is gone.</param>
public sealed record OwnerReference(
    [property: JsonConverter(typeof(PooledTextConverter))] string ApiVersion,
    [property: JsonConverter(typeof(PooledTextConverter))] string Kind,
    string Name,
    string Uid,
    bool? Controller = null,
    bool? BlockOwnerDeletion = null);
