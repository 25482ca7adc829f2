namespace Webhooks.Resources.OpenApi;

/// <summary>What members an object may have beside those that its schema names: any, none, or those of a schema.</summary>
/// <remarks>Immutable and thread safe. <c>true</c> and an empty schema are not the same to an API server that prunes.</remarks>
public sealed class AdditionalProperties
{
    private AdditionalProperties(bool areAllowed, Schema? schema)
    {
        AreAllowed = areAllowed;
        Schema = schema;
    }

    /// <summary>Whether there may be others at all.</summary>
    public bool AreAllowed { get; }

    /// <summary>What their values may be; <c>null</c> where <c>true</c> or <c>false</c> is all that is stated.</summary>
    public Schema? Schema { get; }

    internal static AdditionalProperties Any { get; } = new(true, null);

    internal static AdditionalProperties Forbidden { get; } = new(false, null);

    internal static AdditionalProperties Of(Schema schema) => new(true, schema);
}
