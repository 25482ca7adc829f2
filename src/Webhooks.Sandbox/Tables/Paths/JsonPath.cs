using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>A JSONPath template as <c>k8s.io/client-go/util/jsonpath</c> reads it: <c>{.spec.parts[*].name}</c>.</summary>
/// <remarks>Immutable and thread safe.</remarks>
internal sealed class JsonPath
{
    private readonly ImmutableArray<ImmutableArray<PathNode>> _parts;

    private JsonPath(ImmutableArray<ImmutableArray<PathNode>> parts) => _parts = parts;

    /// <summary>True, with the path, when <paramref name="template"/> is one; else the reason, as the library words it.</summary>
    public static bool TryParse(string template, [NotNullWhen(true)] out JsonPath? path, [NotNullWhen(false)] out string? error)
    {
        try
        {
            path = new JsonPath(new JsonPathParser(template, depth: 0).ParseTemplate());
            error = null;
            return true;
        }
        catch (FormatException problem)
        {
            path = null;
            error = problem.Message;
            return false;
        }
    }

    /// <summary>The first value that the template's first part finds; missing for none, and where a part cannot be followed.</summary>
    /// <remarks>Cost: linear in what is looked at.</remarks>
    public JsonValue Find(JsonValue root)
    {
        JsonValue found = default;
        for (int i = 0; i < _parts.Length; i++)
        {
            if (!JsonPathWalk.TryFollow([root], _parts[i], out List<JsonValue> results))
            {
                return default;
            }

            found = i == 0 && results.Count > 0 ? results[0] : found;
        }

        return found;
    }
}
