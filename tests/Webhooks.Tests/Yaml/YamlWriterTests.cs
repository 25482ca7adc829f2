using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Xunit;

namespace Webhooks.Tests.Yaml;

public class YamlWriterTests
{
    [Fact]
    public void An_object_is_written_as_kubectl_prints_it() =>
        Assert.Equal(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              annotations:
                initializer.kubernetes.io/logging-agent: "true"
                made: "2026-01-01T00:00:00Z"
              labels: {}
            spec:
              containers:
              - args:
                - --port=80
                - |
                  a
                    b
                - - x
                  - w: 1
                    z: []
                image: nginx:1.27
                resources:
                  limits:
                    cpu: 100m
                    memory: "1"

            """,
            Write("""
                {"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"initializer.kubernetes.io/logging-agent":"true",
                "made":"2026-01-01T00:00:00Z"},"labels":{}},"spec":{"containers":[{"args":["--port=80","a\n  b\n",["x",{"w":1,"z":[]}]],
                "image":"nginx:1.27","resources":{"limits":{"cpu":"100m","memory":"1"}}}]}}
                """));

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("y", "\"y\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("0o7", "\"0o7\"")]
    [InlineData("1e400", "\"1e400\"")]
    [InlineData("2001-01-01", "\"2001-01-01\"")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData(" a", "' a'")]
    [InlineData("it's: ", "'it''s: '")]
    [InlineData("- a", "'- a'")]
    [InlineData("--a", "--a")]
    [InlineData("?a", "?a")]
    [InlineData("::1", "::1")]
    [InlineData("0 3 * * *", "0 3 * * *")]
    [InlineData("a:b", "a:b")]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("\u0085", "\"\\u0085\"")]
    [InlineData("\ufeff", "\"\\ufeff\"")]
    [InlineData("a\u2028b", "\"a\\u2028b\"")]
    [InlineData("日本", "日本")]
    [InlineData("a\nb", "|-\n  a\n  b")]
    [InlineData("a\nb\n", "|\n  a\n  b")]
    [InlineData("a\n\n", "|+\n  a\n")]
    [InlineData("  a\nb", "|2-\n    a\n  b")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"")]
    [InlineData("a\n ", "\"a\\n \"")]
    [InlineData("  \na", "\"  \\na\"")]
    public void A_string_is_quoted_exactly_when_it_would_be_read_as_something_else(string text, string yaml)
    {
        Assert.Equal($"k: {yaml}\n", Write($"{{\"k\":{JsonText.Quote(text)}}}"));
        Assert.Equal(text, Reading.Document($"k: {yaml}\n").Root["k"].GetString());
    }

    [Fact]
    public void A_name_too_long_for_one_line_is_written_behind_a_question_mark()
    {
        string name = new('a', 2000);
        string yaml = Write($$"""{"{{name}}":{"b":[1],"c":2},"d":1}""");
        Assert.StartsWith($"? {name}\n: b:\n  - 1\n  c: 2\nd: 1\n", yaml, StringComparison.Ordinal);
        Assert.Equal(1, (int)(Reading.Document(yaml).Root[name]["b"].Count));
    }

    [Fact]
    public void A_scalar_or_an_empty_container_can_be_the_whole_document()
    {
        Assert.Equal("{}\n", Write("{}"));
        Assert.Equal("1.50\n", Write("1.50"));
        Assert.Equal("|-\n  a\n  b\n", Write("\"a\\nb\""));
    }

    [Fact]
    public void A_document_of_great_depth_is_written_without_recursion()
    {
        string json = new string('[', 5000) + new string(']', 5000);
        string yaml = YamlWriter.ToText(JsonTree.Parse(json, JsonPolicy.Server).Root);
        Assert.StartsWith("- - - ", yaml, StringComparison.Ordinal);
    }

    private static string Write(string json) => YamlWriter.ToText(JsonTree.Parse(json).Root);
}
