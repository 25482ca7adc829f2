namespace Webhooks.Resources.OpenApi;

/// <summary>The schemas of one document, and what is wrong with them.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class SchemaSet
{
    private readonly Dictionary<string, Schema> _schemas;

    internal SchemaSet(Dictionary<string, Schema> schemas, IReadOnlyList<SchemaProblem> problems)
    {
        _schemas = schemas;
        Problems = problems;
    }

    /// <summary>The schemas by name: of a published document the types', of a CustomResourceDefinition the versions'.</summary>
    public IReadOnlyDictionary<string, Schema> Schemas => _schemas;

    /// <summary>What is wrong, in the document's order: the first hundred that were found. Empty for a sound document.</summary>
    public IReadOnlyList<SchemaProblem> Problems { get; }

    /// <summary>The schema of that name; <c>null</c> when there is none.</summary>
    public Schema? Find(string name) => _schemas.GetValueOrDefault(name);
}
