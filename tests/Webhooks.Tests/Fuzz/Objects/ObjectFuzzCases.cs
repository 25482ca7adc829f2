using System.Globalization;
using Xunit;

namespace Webhooks.Tests.Fuzz.Objects;

/// <summary>Objects of about 64 KB, and schemas, that ask for much work.</summary>
/// <param name="times">How many times as large the objects are.</param>
internal sealed class ObjectFuzzCases(int times)
{
    public static TheoryData<string, string, string> All => new ObjectFuzzCases(1).List();

    public static TheoryData<string> Names => [.. All.Select(one => (string)one[0])];

    /// <summary>The schema and the object of a case.</summary>
    public (string Schema, string Value) Find(string name)
    {
        object[] found = List().Single(one => name.Equals(one[0]));
        return ((string)found[1], (string)found[2]);
    }

    private TheoryData<string, string, string> List() => new()
    {
        { "a set of strings", ListOf("set", """{"type":"string"}"""), Items(10_000, i => $"\"{i}\"") },
        { "a set of numbers", ListOf("set", """{"type":"number"}"""), Items(10_000, i => $"{i}.5") },
        { "a set of objects", ListOf("set", """{"type":"object","x-kubernetes-map-type":"atomic","properties":{"a":{"type":"integer"}}}"""), Items(5_000, i => $$"""{"a":{{i}}}""") },
        { "a set of one value", ListOf("set", """{"type":"string"}"""), Items(10_000, _ => "\"a\"") },
        { "a list map", ListOf("map", """{"type":"object","required":["a"],"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}"""), Items(3_000, i => $$"""{"a":"{{i}}","b":1}""") },
        { "a list map of three keys", """{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["a","b","c"],"items":{"type":"object","required":["a","b","c"],"properties":{"a":{"type":"string"},"b":{"type":"integer"},"c":{"type":"boolean"}}}}""", Items(2_000, i => $$"""{"a":"x","b":{{i}},"c":true}""") },
        { "a large enum", "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[" + Many(1_000, i => $"\"e{i}\"") + "]}}", Items(1_000, i => $"\"e{i % 1_000}\"") },
        { "items that are all wrong", """{"type":"array","items":{"type":"string","maxLength":1,"format":"uuid","enum":["b"]}}""", Items(3_000, i => $"\"{i:D6}\"") },
        { "unknown members", """{"type":"object"}""", Members(5_000, i => "1") },
        { "unknown members inside one another", """{"type":"object","x-kubernetes-preserve-unknown-fields":true}""", Nested("{\"a\":", "1", "}", 5_000 * times) },
        { "lists inside one another", """{"x-kubernetes-preserve-unknown-fields":true}""", Nested("[", "", "]", 9_000 * times) },
        { "members by name", """{"type":"object","additionalProperties":{"type":"integer","maximum":1}}""", Members(4_000, i => $"{i}") },
        { "one long string", """{"type":"string","pattern":"^(a|aa)+$","maxLength":100000,"format":"email"}""", $"\"{new string('a', 60_000 * times)}\"" },
        { "a pattern that backtracks", """{"type":"string","pattern":"(x+x+)+y"}""", $"\"{new string('x', 60_000 * times)}\"" },
        { "a pattern of repetitions", """{"type":"string","pattern":"^(([a-z]{1,10}){1,10}){1,10}$"}""", $"\"{new string('a', 60_000 * times)}\"" },
        { "patterns of items", """{"type":"array","items":{"type":"string","pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"}}""", Items(5_000, i => $"\"name-{i}\"") },
        { "junctors inside one another", Nested("""{"type":"object","x-kubernetes-preserve-unknown-fields":true,"allOf":[""", Nested("""{"anyOf":[""", """{"required":["z"]}""", "]}", 120), "]}", 1), """{"a":1}""" },
        { "a junctor of many", "{\"type\":\"string\",\"oneOf\":[" + Many(1_000, i => "{\"pattern\":\"^x" + i + "$\"}") + "]}", "\"x999\"" },
        { "junctors of items", """{"type":"array","items":{"type":"integer","anyOf":[{"minimum":5},{"maximum":3},{"enum":[4]}],"not":{"enum":[7,8]},"oneOf":[{"minimum":0},{"maximum":-1}]}}""", Items(3_000, i => $"{i}") },
        { "a float of many digits", """{"type":"number","multipleOf":0.1}""", new string('9', 300) + "." + new string('9', 60_000 * times) },
        { "an integer of many digits", """{"type":"integer"}""", new string('9', 300) },
        { "dates", """{"type":"array","items":{"type":"string","format":"date-time"}}""", Items(2_000, _ => "\"2026-01-01T00:00:00.123456789+99:99\"") },
        { "a mail address of many dots", """{"type":"string","format":"email"}""", $"\"{string.Concat(Enumerable.Repeat("a.", 30_000 * times))}@b\"" },
        { "a uri of many escapes", """{"type":"string","format":"uri"}""", $"\"http://a/{string.Concat(Enumerable.Repeat("%41", 20_000 * times))}\"" },
        { "a duration of many parts", """{"type":"string","format":"duration"}""", $"\"{string.Concat(Enumerable.Repeat("1h", 30_000 * times))}\"" },
        { "a duration among words", """{"type":"string","format":"duration"}""", $"\"{string.Concat(Enumerable.Repeat("x 1 ", 15_000 * times))}\"" },
        { "a host name of many labels", """{"type":"string","format":"hostname"}""", $"\"{string.Concat(Enumerable.Repeat("a.", 30_000 * times))}com\"" },
        { "embedded resources", """{"type":"array","items":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}""", Items(800, i => "{\"apiVersion\":\"v1\",\"kind\":\"A\",\"metadata\":{\"name\":\"" + i + "\",\"labels\":{\"a b\":\"!\"}}}") },
        { "defaults everywhere", """{"type":"array","items":{"type":"object","properties":{"a":{"type":"string","default":"x"},"b":{"type":"object","default":{},"properties":{"c":{"type":"integer","default":1}}}}}}""", Items(10_000, _ => "{}") },
        { "nulls", """{"type":"object","additionalProperties":{"type":"string"}}""", Members(5_000, _ => "null") },
    };

    private static string ListOf(string type, string items) =>
        $$"""{"type":"array","x-kubernetes-list-type":"{{type}}",{{(type == "map" ? "\"x-kubernetes-list-map-keys\":[\"a\"]," : "")}}"items":{{items}}}""";

    private string Items(int count, Func<int, string> item) => $"[{Many(count * times, item)}]";

    private string Members(int count, Func<int, string> value) => $"{{{Many(count * times, i => string.Create(CultureInfo.InvariantCulture, $"\"m{i}\":{value(i)}"))}}}";

    private static string Many(int count, Func<int, string> text) => string.Join(',', Enumerable.Range(0, count).Select(text));

    private static string Nested(string start, string middle, string end, int depth) =>
        string.Concat(Enumerable.Repeat(start, depth)) + middle + string.Concat(Enumerable.Repeat(end, depth));
}
