namespace Webhooks.Resources.OpenApi;

/// <summary>What an API server makes of a fault in a schema.</summary>
public enum SchemaProblemKind
{
    /// <summary>A member's value is of the wrong type or too large: the document can't be decoded (400).</summary>
    Malformed,

    /// <summary>A member that the dialect has not: dropped, and with strict field validation refused (400).</summary>
    UnknownMember,

    /// <summary>Decoded, but not supported there (422).</summary>
    Refused,

    /// <summary>A reference that leads nowhere, or only to itself: the schema says nothing.</summary>
    Unresolved,
}
