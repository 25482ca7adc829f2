using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Shaping;

/// <summary>How the members of a value are pruned.</summary>
/// <param name="Schema">Its schema; <c>null</c> where none is stated: no member of an object stays then.</param>
/// <param name="KeepsUnknown">Whether members that the schema does not name stay as they are.</param>
/// <param name="IsResource">Whether apiVersion, kind and metadata stay whatever the schema says.</param>
internal readonly record struct PruningState(Schema? Schema, bool KeepsUnknown, bool IsResource)
{
    /// <summary>How a value of that schema is pruned.</summary>
    public static PruningState Of(Schema? schema) =>
        new(schema, schema?.Extensions.PreservesUnknownFields == true, schema?.Extensions.IsEmbeddedResource == true);
}
