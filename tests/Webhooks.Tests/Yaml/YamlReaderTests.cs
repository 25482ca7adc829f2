using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Tests.Templates;
using Xunit;

namespace Webhooks.Tests.Yaml;

public class YamlReaderTests
{
    [Theory]
    [InlineData("b: {a: 1, b: 2}\nk: {b: 9, <<: {a: 1, b: 2}, a: 7}", """{"b":2,"a":7}""")]
    [InlineData("x: &x {a: 1}\nz: &z {a: 2, c: 3}\nk: {<<: [*x, *z]}", """{"c":3,"a":1}""")]
    [InlineData("x: &x {a: 1}\nz: &z {<<: *x, b: 2}\nk: {<<: *z}", """{"a":1,"b":2}""")]
    [InlineData("k: {<<: {a: 1}, <<: {a: 2}}", """{"a":2}""")]
    [InlineData("k: {\"<<\": 1}", """{"<<":1}""")]
    public void Merge_keys_are_carried_out_in_the_order_they_stand(string yaml, string k)
    {
        YamlDocument document = Reading.Document(yaml);
        Assert.Equal(k, document.Root["k"].ToString());
        Assert.Empty(document.Duplicates);
    }

    [Fact]
    public void The_last_of_equal_names_wins_and_each_is_reported()
    {
        YamlDocument document = Reading.Document("""
            spec:
              a: 1
              list:
              - x: 1
              - {x: 1, "y": 2, x: 3}
              a.b/c: 1
              'a.b/c': 2
              a: 2
            80: a
            "80": b
            """);
        Assert.Equal("""{"spec":{"list":[{"x":1},{"y":2,"x":3}],"a.b/c":2,"a":2},"80":"b"}""", document.Root.ToString());
        Assert.Equal(
            [new("spec.list[1].x", new(5, 20)), new("spec[a.b/c]", new(7, 3)), new("spec.a", new(8, 3)), new("80", new(10, 1))],
            document.Duplicates);
    }

    [Fact]
    public void Duplicates_in_JSON_are_reported_too()
    {
        YamlDocument document = Reading.Document("{\"a\": [0, {\"é\": 1, \"b\": 2,\n\"b\": 3}]}");
        Assert.Equal(3, document.Root["a"].Items().Last()["b"].TryGetInt64(out long b) ? b : 0);
        Assert.Equal([new("a[1].b", new(2, 1))], document.Duplicates);
    }

    [Fact]
    public void Every_value_and_name_has_its_place()
    {
        YamlDocument document = Reading.Document("a: &x\n  é: [1, 'b']\nc: *x\nd:\n- - e\n-\nf: |\n  g\n");
        Dictionary<string, string> places = [];
        Stack<(string Path, JsonValue Value)> pending = new([("", document.Root)]);
        while (pending.TryPop(out (string Path, JsonValue Value) next))
        {
            places[next.Path] = Place(document, next.Value);
            JsonCursor cursor = new(next.Value);
            for (int i = 0; cursor.MoveNext(); i++)
            {
                string path = $"{next.Path}/{(cursor.IsObject ? cursor.Name : i)}";
                if (cursor.IsObject)
                {
                    places[path + "?"] = Place(document, cursor.NameValue);
                }

                pending.Push((path, cursor.Value));
            }
        }

        Assert.Equal(
            "=1:1 /a=2:3 /a/é=2:6 /a/é/0=2:7 /a/é/1=2:10 /a/é?=2:3 /a?=1:1 /c=3:4 /c/é=2:6 /c/é/0=2:7 /c/é/1=2:10 /c/é?=2:3 /c?=3:1 " +
            "/d=5:1 /d/0=5:3 /d/0/0=5:5 /d/1=6:2 /d?=4:1 /f=7:4 /f?=7:1",
            string.Join(' ', places.OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => $"{place.Key}={place.Value}")));
    }

    /// <summary>Nothing stands behind the colon or dash that it belongs to, not where the text goes on.</summary>
    [Theory]
    [InlineData("a:§\n\n# more\nb: 1\n")]
    [InlineData("a: §\n")]
    [InlineData("x:\n- a:§\n-§ # nothing\n- b\n")]
    [InlineData("a: &a§ # anchored\nb: 1\n")]
    [InlineData("{a: §, b: [1]}")]
    [InlineData("a:\n  b:§\nc: 1")]
    public void Nothing_has_the_place_behind_its_name(string marked)
    {
        MarkedText text = new(marked.Replace(": §", ":§ ", StringComparison.Ordinal));
        YamlDocument document = Reading.Document(text.Text);
        Assert.Equal(text.Places, Nulls(document.Root).Select(value => Place(document, value)));
    }

    [Theory]
    [InlineData("a: &a [*a]", "line 1, column 8: anchor 'a' value contains itself")]
    [InlineData("a: &a {<<: *a}", "line 1, column 12: anchor 'a' value contains itself")]
    [InlineData("a: *b", "line 1, column 4: unknown anchor 'b' referenced; quote it if it is text")]
    [InlineData("a: b: c", "line 1, column 5: no mapping may start here; indent the line as its neighbours are, or put quotes around text with ': '")]
    [InlineData("a: x\n\tb: 1", "line 2, column 1: a tab can't indent; use spaces")]
    [InlineData("a:\n\tb: 1", "line 2, column 1: a tab can't indent; use spaces")]
    [InlineData("a: * # all", "line 1, column 4: behind & or * must stand an anchor's name; put quotes around text that starts with one of them")]
    [InlineData("a: @b", "line 1, column 4: no text starts with this character; put quotes around it")]
    [InlineData("a: {{ .b }}", "line 1, column 5: a mapping or a sequence can't be a member's name; quote it if it is text")]
    [InlineData("a:\n  b: !!int\nc: 1", "line 2, column 11: cannot read '', a null, as !!int")]
    [InlineData("a: [1\nb: 2", "line 2, column 1: text that goes on inside [] or {} must be indented deeper than the block around it")]
    [InlineData("a: .inf", "line 1, column 4: .inf is a number that JSON has no form for; quote it if it is text")]
    [InlineData("a: !!int x", "line 1, column 10: cannot read 'x', a string, as !!int")]
    [InlineData("~: 1", "line 1, column 1: null can't be a member's name; quote it")]
    [InlineData("a: \u0007", "line 1, column 4: control characters are not allowed (U+0007); write it as an escape in double quotes")]
    [InlineData("{a: 1} {b: 2}", "line 1, column 8: did not expect more text here; documents are parted by a line '---'")]
    [InlineData("# nothing", "line 1, column 1: there is no document, or nothing but comments")]
    [InlineData("a\n---\nb", "line 3, column 1: only one document is expected")]
    [InlineData("a: {\"b\": 1, \"c\"", "line 2, column 1: did not find expected ',' or '}'")]
    public void An_error_says_what_is_wrong_and_where(string yaml, string message) =>
        Assert.Equal(message, Reading.Refused(yaml).Message);

    [Fact]
    public void Text_that_is_not_UTF_8_is_refused_at_its_place()
    {
        byte[] utf8 = [.. Encoding.UTF8.GetBytes("a: 1\nb: é"), 0xFF];
        YamlFormatException problem = Assert.Throws<YamlFormatException>(() => YamlReader.ReadSingle(utf8));
        Assert.Equal("line 2, column 5: the text is not UTF-8", problem.Message);
    }

    [Theory]
    [InlineData("[[[1]]]", true)]
    [InlineData("[[[[1]]]]", false)]
    [InlineData("a:\n  b:\n    c: 1\n", true)]
    [InlineData("a:\n  b:\n    c:\n      d: 1\n", false)]
    [InlineData("a: &a [[1]]\n", true)]
    [InlineData("a: &a [1]\nb: &b [*a]\n", true)]
    [InlineData("a: &a [1]\nb: &b [*a]\nc: [*b]\n", false)]
    public void Depth_is_bounded_with_aliases_expanded(string yaml, bool isRead)
    {
        YamlLimits limits = YamlLimits.Default with { MaxDepth = 3 };
        if (isRead)
        {
            Reading.Document(yaml, limits);
        }
        else
        {
            Assert.Contains("3 ", Reading.Refused(yaml, limits).Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_aliases_expand_to_is_bounded()
    {
        Assert.Equal(
            "aliases expand to more than 10 values",
            Reading.Refused("a: &a [1, 2, 3]\nb: [*a, *a, *a]\n", YamlLimits.Default with { MaxExpandedNodes = 10 }).Problem);
        Assert.Equal(
            "aliases expand to more than 10 bytes",
            Reading.Refused("a: &a abcdef\nb: [*a, *a]\n", YamlLimits.Default with { MaxExpandedBytes = 10 }).Problem);
    }

    [Fact]
    public void An_error_quotes_no_more_than_a_few_lines_of_the_input()
    {
        string problem = Reading.Refused($"a: *{new string('x', 20_000)}\n", YamlLimits.Default).Problem;
        Assert.StartsWith("unknown anchor 'xxx", problem, StringComparison.Ordinal);
        Assert.Equal(YamlFormatException.MaxProblemLength, problem.Length);
    }

    private static IEnumerable<JsonValue> Nulls(JsonValue value) => value.Kind switch
    {
        JsonKind.Object => value.Members().SelectMany(member => Nulls(member.Value)),
        JsonKind.Array => value.Items().SelectMany(Nulls),
        JsonKind.Null => [value],
        _ => [],
    };

    private static string Place(YamlDocument document, JsonValue value)
    {
        YamlPosition position = document.PositionOf(value);
        return $"{position.Line}:{position.Column}";
    }
}
