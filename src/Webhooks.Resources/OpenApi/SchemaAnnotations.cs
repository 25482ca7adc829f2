using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>What may be said beside a reference without changing which values are valid there.</summary>
internal readonly record struct SchemaAnnotations
{
    public SchemaAnnotations()
    {
    }

    public JsonValue Default { get; init; }

    /// <summary><c>null</c> where nothing is said.</summary>
    public bool? IsNullable { get; init; }

    public SchemaExtensions Extensions { get; init; } = SchemaExtensions.None;

    public JsonValue Source { get; init; }

    public int Offset { get; init; }

    /// <summary>True when nothing is said that a reader of the schema could see.</summary>
    public bool AreEmpty => Default.IsMissing && IsNullable == null && Extensions.AreEmpty;
}
