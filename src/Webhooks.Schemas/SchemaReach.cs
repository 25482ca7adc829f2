using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas;

/// <summary>The schemas of a custom resource that have something, or lead through members and items to one that has: where a walk need go.</summary>
/// <remarks>Immutable. The schemas of junctors, which describe no place of their own, are not looked at.</remarks>
internal sealed class SchemaReach
{
    private readonly HashSet<Schema> _schemas = [];

    /// <summary>The schemas below <paramref name="root"/> that have it. Recursion ends with the schemas, which are at most 256 deep.</summary>
    public SchemaReach(Schema root, Func<Schema, bool> has)
    {
        Enter(root, has);
    }

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => _schemas.Count == 0;

    public bool Contains(Schema schema) => _schemas.Contains(schema);

    private bool Enter(Schema schema, Func<Schema, bool> has)
    {
        bool found = has(schema);
        foreach (SchemaProperty property in schema.Properties)
        {
            found |= Enter(property.Schema, has);
        }

        found |= schema.AdditionalProperties?.Schema is { } additional && Enter(additional, has);
        found |= schema.Items is { } items && Enter(items, has);
        if (found)
        {
            _schemas.Add(schema);
        }

        return found;
    }
}
