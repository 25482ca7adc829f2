using System.Collections.Immutable;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>A step of a JSONPath.</summary>
internal abstract record PathNode
{
    private PathNode()
    {
    }

    /// <summary>A member by its name: <c>.spec</c>, <c>['spec']</c>.</summary>
    internal sealed record Field(string Name) : PathNode;

    /// <summary>Items by their places: <c>[0]</c>, <c>[-1]</c>, <c>[1:3]</c>, <c>[::2]</c>; all for <c>[*]</c>.</summary>
    internal sealed record Slice(int? Start, int? End, int? Step, bool IsOne) : PathNode;

    /// <summary>All members or items: <c>.*</c>.</summary>
    internal sealed record Wildcard : PathNode;

    /// <summary>The value and all containers in it: <c>..</c>.</summary>
    internal sealed record Descent : PathNode;

    /// <summary>What several paths find, one after the other: <c>[0,2]</c>, <c>['a','b']</c>.</summary>
    internal sealed record Union(ImmutableArray<ImmutableArray<PathNode>> Paths) : PathNode;

    /// <summary>The items for which a comparison holds, or which have something: <c>[?(@.type=="Ready")]</c>, <c>[?(@.name)]</c>.</summary>
    internal sealed record Filter(ImmutableArray<PathNode> Left, string Operator, ImmutableArray<PathNode> Right) : PathNode;

    /// <summary>A value that stands in the path itself, whatever is looked at.</summary>
    internal sealed record Literal(JsonValue Value) : PathNode;

    /// <summary>A word of the template language, which a path has no use for: it finds nothing.</summary>
    internal sealed record Word(string Text) : PathNode;
}
