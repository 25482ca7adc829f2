using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>
/// What an OpenAPI schema says of a value: one model for the published documents of an API server and for the
/// schema of a CustomResourceDefinition.
/// </summary>
/// <remarks>
/// Immutable and thread safe. References are resolved: the schema of a member is what the reference leads to, with
/// the default, nullability and extensions that stand beside it. Recursive types lead back to themselves, so a walk
/// over schemas follows the value, or marks what it has seen. A schema written once and used often is one object.
/// </remarks>
public sealed class Schema
{
    internal Schema(SchemaBody body, string? name, SchemaAnnotations annotations)
    {
        Body = body;
        Name = name;
        Default = annotations.Default;
        IsNullable = annotations.IsNullable == true;
        Extensions = annotations.Extensions;
        Source = annotations.Source;
        Offset = annotations.Offset;
    }

    /// <summary>The name that references lead to, <c>io.k8s.api.core.v1.PodSpec</c>; <c>null</c> for one written in place.</summary>
    public string? Name { get; }

    /// <summary>The JSON type; <see cref="SchemaType.None"/> where none is stated.</summary>
    public SchemaType Type => Body.Type;

    /// <summary>The format of a scalar, <c>int64</c> or <c>date-time</c>; <c>null</c> for none.</summary>
    public string? Format => Body.Format;

    /// <summary>Whether <c>null</c> is a value.</summary>
    public bool IsNullable { get; }

    /// <summary>The value of an absent member; missing for none. A stated <c>null</c>, which the API server takes for none, is kept.</summary>
    public JsonValue Default { get; }

    /// <summary>The named members of an object, as the document orders them.</summary>
    public SchemaProperties Properties => Body.Properties;

    /// <summary>What an object's other members may be; <c>null</c> where nothing is stated.</summary>
    public AdditionalProperties? AdditionalProperties => Body.AdditionalProperties;

    /// <summary>The schema of a list's items; <c>null</c> where none is stated.</summary>
    public Schema? Items => Body.Items;

    /// <summary>The members that an object must have, as the document orders them.</summary>
    public IReadOnlyList<string> Required => Body.Required;

    /// <summary>An array of the only values allowed; missing for any.</summary>
    public JsonValue Enum => Body.Enum;

    /// <summary>The limits on numbers, lengths and counts, and the pattern.</summary>
    public SchemaBounds Bounds => Body.Bounds;

    /// <summary>Schemas that all hold; a single reference written as <c>allOf</c> is resolved instead.</summary>
    public IReadOnlyList<Schema> AllOf => Body.AllOf;

    /// <summary>Schemas of which one holds at least; empty for none stated.</summary>
    public IReadOnlyList<Schema> AnyOf => Body.AnyOf;

    /// <summary>Schemas of which exactly one holds; empty for none stated.</summary>
    public IReadOnlyList<Schema> OneOf => Body.OneOf;

    /// <summary>A schema that must not hold; <c>null</c> for none stated.</summary>
    public Schema? Not => Body.Not;

    /// <summary>The <c>x-…</c> members, with names for those of Kubernetes.</summary>
    public SchemaExtensions Extensions { get; }

    /// <summary>
    /// The JSON that it was read from; missing unless the reader was told to keep it. Descriptions and whatever else
    /// the model has no name for are found here, and so are lines and columns: a YAML document gives them for its values.
    /// </summary>
    public JsonValue Source { get; }

    /// <summary>Where it was written: bytes from the start of the JSON text; of a YAML document, of the JSON that it reads as.</summary>
    public int Offset { get; }

    /// <summary>Its description; <c>null</c> for none, and where the source was not kept.</summary>
    public string? Description => Source["description"u8].AsString();

    internal SchemaBody Body { get; }

    /// <summary>What a reference from elsewhere stands for: this schema with what is said beside the reference.</summary>
    internal Schema With(SchemaAnnotations annotations, string? name) => new(Body, name, annotations with
    {
        Default = annotations.Default.IsMissing ? Default : annotations.Default,
        IsNullable = annotations.IsNullable ?? IsNullable,
        Extensions = annotations.Extensions.Over(Extensions),
    });
}
