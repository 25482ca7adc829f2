using Webhooks.Resources.Json;
using Webhooks.Sandbox.Tables.Paths;
using Xunit;

namespace Webhooks.Tests.Sandbox.Tables;

public class JsonPathTests
{
    private const string Document = """{"a":{"b":"c","n":5,"z":null,"d.e":"dot"},"l":[{"t":"x","v":1},{"t":"y","v":2},{"t":"z"}],"m":[[1,2],[3]],"flag":true}""";

    [Theory]
    [InlineData("{.a.b}", "\"c\"")]
    [InlineData("{$.a.b}", "\"c\"")]
    [InlineData("{ .a.b }", "\"c\"")]
    [InlineData("{a.b}", null)]
    [InlineData("{.a['b']}", "\"c\"")]
    [InlineData("""{.a.d\.e}""", "\"dot\"")]
    [InlineData("""{.a['d\.e']}""", "\"dot\"")]
    [InlineData("{.a.z}", "null")]
    [InlineData("{.a.z.more}", null)]
    [InlineData("{.a.absent.more}", null)]
    [InlineData("{.a.b.c}", null)]
    [InlineData("{.l[0].t}", "\"x\"")]
    [InlineData("{.l[-1].t}", "\"z\"")]
    [InlineData("{.l[-1:].t}", "\"z\"")]
    [InlineData("{.l[1:].t}", "\"y\"")]
    [InlineData("{.l[::2].v}", "1")]
    [InlineData("{.l[1:1].v}", null)]
    [InlineData("{.l[5].t}", null)]
    [InlineData("{.l[0:9].t}", null)]
    [InlineData("{.l[::0].t}", null)]
    [InlineData("{.l[*].v}", "1")]
    [InlineData("{.l.*.v}", "1")]
    [InlineData("{.a[0]}", null)]
    [InlineData("{.l[2,1].t}", "\"z\"")]
    [InlineData("{.a['x','n']}", "5")]
    [InlineData("""{.l[?(@.t=="y")].v}""", "2")]
    [InlineData("""{.l[?(@.t=='y')].v}""", "2")]
    [InlineData("""{.l[?(@.t!="x")].v}""", "2")]
    [InlineData("{.l[?(@.v>1)].t}", "\"y\"")]
    [InlineData("{.l[?(@.v>=1)].t}", "\"x\"")]
    [InlineData("{.l[?(@.v)].t}", "\"x\"")]
    [InlineData("{.l[?(@.v==1.5)].t}", null)]
    [InlineData("""{.l[?(@.v=="1")].t}""", null)]
    [InlineData("""{.a[?(@.b=="c")]}""", null)]
    [InlineData("""{.l[?(@.t==")")].v}""", null)]
    [InlineData("{..t}", "\"x\"")]
    [InlineData("{..v}", "1")]
    [InlineData("{.m[*][*]}", "1")]
    [InlineData("{'text'}", "\"text\"")]
    [InlineData("{.a.b}{.l[9]}", null)]
    [InlineData("{range .l[*]}", null)]
    [InlineData("{.flag}", "true")]
    [InlineData("plain", "\"plain\"")]
    public void A_path_finds_what_the_library_finds(string template, string? found)
    {
        Assert.True(JsonPath.TryParse(template, out JsonPath? path, out string? error), error);

        JsonValue value = path.Find(JsonTree.Parse(Document).Root);

        Assert.Equal(found, value.IsMissing ? null : value.ToString());
    }

    [Theory]
    [InlineData("{.a", "unclosed action")]
    [InlineData("{.a[}", "unterminated array")]
    [InlineData("{.a[x]}", "invalid array index x")]
    [InlineData("{.a['b}", "unterminated array")]
    [InlineData("{.a[?(@.b}", "unterminated filter")]
    [InlineData("{.a[?(@.b)}", "unclosed array expect ]")]
    [InlineData("{....a}", "invalid multiple recursive descent")]
    [InlineData("{'a}", "unterminated quoted string")]
    [InlineData("{#}", "unrecognized character in action: U+0023 '#'")]
    public void What_is_no_path_is_refused_in_the_words_of_the_library(string template, string expected)
    {
        bool isPath = JsonPath.TryParse(template, out _, out string? error);

        Assert.False(isPath);
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Filters_inside_one_another_have_a_bound()
    {
        string template = "{" + string.Concat(Enumerable.Repeat("[?(@", 20_000)) + string.Concat(Enumerable.Repeat(")]", 20_000)) + "}";

        Assert.False(JsonPath.TryParse(template, out _, out _));
    }

    [Fact]
    public void A_document_of_any_depth_is_descended()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"a":""", 9_000)) + "{\"b\":1}" + new string('}', 9_000);
        Assert.True(JsonPath.TryParse("{..b}", out JsonPath? path, out _));

        JsonValue root = JsonTree.Parse(deep, JsonPolicy.Server).Root;

        Assert.Equal("1", path.Find(root).ToString());
        Assert.Equal(deep, PathText.Of(root));
    }

    [Theory]
    [InlineData("\"a<b\"", "a<b")]
    [InlineData("null", "<no value>")]
    [InlineData("1.0", "1")]
    [InlineData("1e21", "1e+21")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("""{"b":[1,true,null],"a":"<&>"}""", """{"a":"\u003c\u0026\u003e","b":[1,true,null]}""")]
    public void Text_is_what_Go_prints(string json, string text) => Assert.Equal(text, PathText.Of(JsonTree.Parse(json).Root));
}
