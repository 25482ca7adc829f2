using System.Collections.Immutable;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>Follows the steps of a path through a document.</summary>
internal static class JsonPathWalk
{
    /// <summary>What the steps find from <paramref name="from"/>.</summary>
    /// <returns>False when a step cannot be taken, such as an index out of bounds; the results are then what had been reached.</returns>
    public static bool TryFollow(List<JsonValue> from, ImmutableArray<PathNode> steps, out List<JsonValue> results)
    {
        results = from;
        foreach (PathNode step in steps)
        {
            if (!TryStep(results, step, out results))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryStep(List<JsonValue> input, PathNode step, out List<JsonValue> results)
    {
        results = [];
        switch (step)
        {
            case PathNode.Field field:
                results.AddRange(input.Select(value => value[field.Name]).Where(found => !found.IsMissing));
                return true;
            case PathNode.Wildcard:
                results.AddRange(input.SelectMany(Children));
                return true;
            case PathNode.Descent:
                Descend(input, results);
                return true;
            case PathNode.Literal literal:
                results.AddRange(input.Select(_ => literal.Value));
                return true;
            case PathNode.Slice slice:
                return TrySlice(input, slice, ref results);
            case PathNode.Union union:
                return TryUnion(input, union, ref results);
            case PathNode.Filter filter:
                return PathFilter.TryApply(input, filter, ref results);
            default:
                results = input;
                return false;
        }
    }

    private static IEnumerable<JsonValue> Children(JsonValue value) =>
        value.Kind == JsonKind.Object ? value.Members().Select(member => member.Value) : value.Items();

    /// <summary>All containers with something in them and all texts, outer before inner; a stack of its own, for depth.</summary>
    private static void Descend(List<JsonValue> input, List<JsonValue> results)
    {
        Stack<JsonValue> open = new(Enumerable.Reverse(input));
        while (open.TryPop(out JsonValue value))
        {
            if (value.Count > 0 || (value.Kind == JsonKind.String && !value.TextEquals(""u8)))
            {
                results.Add(value);
                foreach (JsonValue child in Children(value).Reverse())
                {
                    open.Push(child);
                }
            }
        }
    }

    private static bool TrySlice(List<JsonValue> input, PathNode.Slice slice, ref List<JsonValue> results)
    {
        foreach (JsonValue value in input.Where(value => !value.IsAbsent))
        {
            int count = value.Count;
            int start = slice.Start ?? 0;
            start += start < 0 ? count : 0;
            int end = slice.End ?? count;
            end += end < 0 || (end == 0 && slice.IsOne) ? count : 0;
            if (value.Kind == JsonKind.Array && start == end)
            {
                return true;
            }

            if (value.Kind != JsonKind.Array || start < 0 || start >= count || end < 0 || end > count || start > end || slice.Step <= 0)
            {
                results = input;
                return false;
            }

            int step = slice.Step ?? 1;
            results.AddRange(value.Items().Skip(start).Take(end - start).Where((_, index) => index % step == 0));
        }

        return true;
    }

    private static bool TryUnion(List<JsonValue> input, PathNode.Union union, ref List<JsonValue> results)
    {
        foreach (ImmutableArray<PathNode> path in union.Paths)
        {
            if (!TryFollow(input, path, out List<JsonValue> found))
            {
                results = input;
                return false;
            }

            results.AddRange(found);
        }

        return true;
    }
}
