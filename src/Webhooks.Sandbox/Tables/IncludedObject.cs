namespace Webhooks.Sandbox.Tables;

/// <summary>What of an object goes with its row: the query parameter <c>includeObject</c>.</summary>
internal enum IncludedObject
{
    /// <summary>Its metadata, as a PartialObjectMetadata; the default.</summary>
    Metadata,

    /// <summary>Nothing; of the bookmark that ends the initial events its metadata all the same.</summary>
    None,

    /// <summary>All of it.</summary>
    Object,
}
