using Webhooks.Resources.Json;

namespace Webhooks.Resources.Yaml;

/// <summary>One document of a stream: its value as Kubernetes reads it, and where everything in it stands.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class YamlDocument
{
    private readonly Func<JsonValue, YamlPosition> _positionOf;

    internal YamlDocument(JsonTree tree, IReadOnlyList<YamlDuplicate> duplicates, IReadOnlyList<YamlRepair> repairs, Func<JsonValue, YamlPosition> positionOf)
    {
        Root = tree.Root;
        Duplicates = duplicates;
        Repairs = repairs;
        _positionOf = positionOf;
    }

    /// <summary>The document's value; number literals that JSON could write are kept.</summary>
    public JsonValue Root { get; }

    /// <summary>
    /// Member names that stand twice in a mapping, in the order of the mappings' ends, at most 100; the last one
    /// won. What <c>&lt;&lt;</c> merges is no duplicate.
    /// </summary>
    public IReadOnlyList<YamlDuplicate> Duplicates { get; }

    /// <summary>Names and strings of a JSON document that were repaired, in document order, at most 100. YAML is refused then.</summary>
    public IReadOnlyList<YamlRepair> Repairs { get; }

    /// <summary>
    /// Where a value stands, or a member's name (<see cref="JsonCursor.NameValue"/>). Of a value given by an alias:
    /// the alias; of what is inside: where it was written.
    /// </summary>
    /// <param name="value">A value of this document.</param>
    public YamlPosition PositionOf(JsonValue value) => _positionOf(value);
}
