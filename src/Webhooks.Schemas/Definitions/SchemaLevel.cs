namespace Webhooks.Schemas.Definitions;

/// <summary>Where in a structural schema a schema stands.</summary>
internal enum SchemaLevel
{
    /// <summary>It is that of the object.</summary>
    Root,

    /// <summary>It is that of a list's items.</summary>
    Item,

    /// <summary>It is that of a member.</summary>
    Field,
}
