using System.Globalization;
using System.Text.Json.Nodes;
using Webhooks.Tests.Json;

namespace Webhooks.Tests.Patches;

/// <summary>
/// A document and a patch for it, drawn from a seed: most operations name places that exist or nearly do, and none
/// moves a value into itself.
/// </summary>
internal sealed class RandomPatch(int seed)
{
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly string[] Scalars = ["1", "2", "\"x\"", "\"y\"", "true", "{}", "[]", "[1,2]", "{\"a\":1}", "{\"b\":[3]}"];
    private static readonly string[] Kinds = ["add", "add", "add", "remove", "replace", "replace", "move", "copy", "test"];

    private readonly RandomJson _random = new(seed);
    private JsonNode? _document;

    public (string Document, string Patch) Draw()
    {
        string document = Container(3, isObject: true);
        _document = JsonNode.Parse(document);
        string[] operations = [.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Operation())];
        return (document, $"[{string.Join(',', operations)}]");
    }

    private string Operation()
    {
        string kind = _random.Pick(Kinds);
        string path = Path();
        path += kind is "add" or "move" or "copy" && _random.Next(4) == 0 ? "/-" : "";
        if (kind is not ("move" or "copy"))
        {
            string value = kind == "remove" ? "" : $",\"value\":{_random.Pick(Scalars)}";
            return $"{{\"op\":\"{kind}\",\"path\":\"{path}\"{value}}}";
        }

        string from = Path();
        kind = path.StartsWith(from + "/", StringComparison.Ordinal) ? "copy" : kind;
        return $"{{\"op\":\"{kind}\",\"path\":\"{path}\",\"from\":\"{from}\"}}";
    }

    /// <summary>A place that the document had before the patch, or one beside it.</summary>
    private string Path()
    {
        string path = "";
        JsonNode? place = _document;
        do
        {
            string token = place is JsonArray items
                ? $"{_random.Next(Math.Max(1, items.Count))}"
                : _random.Pick(place is JsonObject { Count: > 0 } known && _random.Next(5) > 0 ? [.. known.Select(member => member.Key)] : Names);
            path += "/" + token;
            place = place is JsonArray { Count: > 0 } array ? array[int.Parse(token, CultureInfo.InvariantCulture)]
                : place is JsonObject members ? members[token]
                : null;
        }
        while (place is JsonArray or JsonObject && _random.Next(2) == 0);
        return path;
    }

    private string Value(int depth) => depth > 0 && _random.Next(3) > 0 ? Container(depth, _random.Next(2) == 0) : _random.Pick(Scalars);

    private string Container(int depth, bool isObject)
    {
        IEnumerable<string> parts = isObject
            ? Names.Where(_ => _random.Next(2) == 0).ToArray().Select(name => $"\"{name}\":{Value(depth - 1)}")
            : Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth - 1));
        string inner = string.Join(',', parts);
        return isObject ? $"{{{inner}}}" : $"[{inner}]";
    }
}
