namespace Webhooks.Schemas.Metadata;

/// <summary>A type that the members of <c>ObjectMeta</c> have in Go.</summary>
internal enum MetadataType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A UID, which is a string of its own type.</summary>
    Uid,

    /// <summary>A number of 64 bits.</summary>
    Integer,

    /// <summary>A truth value.</summary>
    Flag,

    /// <summary>A point in time, RFC 3339.</summary>
    Time,

    /// <summary>Strings by name.</summary>
    TextMap,

    /// <summary>A list of strings.</summary>
    TextList,

    /// <summary>A list of <c>OwnerReference</c>.</summary>
    OwnerReferences,

    /// <summary>A list of <c>ManagedFieldsEntry</c>.</summary>
    ManagedFields,

    /// <summary>Any JSON.</summary>
    Any,
}
