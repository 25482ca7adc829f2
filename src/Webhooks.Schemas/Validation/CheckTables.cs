using System.Collections.Concurrent;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Patterns;

namespace Webhooks.Schemas.Validation;

/// <summary>What checks make of a schema once, when they first need it: its patterns and enumerations.</summary>
/// <remarks>Thread safe. It holds no more than the schema does.</remarks>
internal sealed class CheckTables
{
    private readonly ConcurrentDictionary<Schema, Enumeration> _enumerations = [];

    /// <summary>The patterns.</summary>
    public PatternTable Patterns { get; } = new();

    /// <summary>The enumeration of a schema that has one.</summary>
    public Enumeration Enumeration(Schema schema) => _enumerations.GetOrAdd(schema, static one => new Enumeration(one.Enum));
}
