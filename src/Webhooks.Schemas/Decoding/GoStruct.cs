using System.Collections.Concurrent;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Decoding;

/// <summary>A Go struct of the API: what its published schema says, and beside it what <see cref="GoFacts"/> knows.</summary>
/// <remarks>Immutable and thread safe. Made when first asked for; types that contain themselves are one object.</remarks>
public sealed class GoStruct
{
    private static readonly ConcurrentDictionary<string, GoStruct> Known = new(StringComparer.Ordinal);
    private readonly GoField[] _fields;

    private GoStruct(Schema schema)
    {
        string name = schema.Name ?? "";
        Name = name[(name.LastIndexOf('.') + 1)..];
        HashSet<string> required = [.. schema.Required];
        GoField[] fields = [.. schema.Properties.Select(property => GoTypes.FieldOf(name, property, required.Contains(property.Name)))];
        _fields = [.. fields.OrderBy(field => Rank(field.Name)).Select((field, index) => field with { Index = index })];
        ByName = new NameTable<GoField>(_fields.Select(field => KeyValuePair.Create(field.Name, field)));
    }

    /// <summary>The name without its package: <c>PodSpec</c>.</summary>
    public string Name { get; }

    /// <summary>The fields: kind, apiVersion and metadata first, as every object has them, then by name.</summary>
    public ReadOnlySpan<GoField> Fields => _fields;

    /// <summary>The fields by their names, letter for letter.</summary>
    public NameTable<GoField> ByName { get; }

    /// <summary>The struct that is published as that schema.</summary>
    public static GoStruct Of(Schema schema) =>
        schema.Name is { } name ? Known.GetOrAdd(name, _ => new GoStruct(schema)) : new GoStruct(schema);

    private static int Rank(string name) => name switch
    {
        "kind" => 0,
        "apiVersion" => 1,
        "metadata" => 2,
        "status" => 4,
        _ => 3,
    };
}
