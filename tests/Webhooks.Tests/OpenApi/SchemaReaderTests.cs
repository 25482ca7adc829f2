using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Xunit;

namespace Webhooks.Tests.OpenApi;

/// <summary>References, positions and what a stranger may send.</summary>
public class SchemaReaderTests
{
    private const string To = "#/components/schemas/";

    [Fact]
    public void Beside_a_reference_stand_default_nullability_and_extensions()
    {
        SchemaSet set = Documents.Named(
            $$"""
            {'a':{'allOf':[{'$ref':'{{To}}b'}],'default':1,'description':'d','x-own':2},
             'b':{'type':'integer','default':0,'nullable':true,'x-own':1,'x-other':3},
             'c':{'$ref':'{{To}}a','nullable':false},
             'd':{'properties':{'p':{'allOf':[{'$ref':'{{To}}b'}]},'q':{'$ref':'{{To}}b','title':'t'} } } }
            """);
        Assert.Empty(set.Problems);
        Schema a = set.Schemas["a"];
        Assert.Equal((SchemaType.Integer, "1", true, "a"), (a.Type, a.Default.ToString(), a.IsNullable, a.Name));
        Assert.Equal(["x-own=2", "x-other=3"], a.Extensions.All.Select(one => $"{one.Key}={one.Value}"));
        Assert.Equal((SchemaType.Integer, "1", false), (set.Schemas["c"].Type, set.Schemas["c"].Default.ToString(), set.Schemas["c"].IsNullable));
        Assert.Same(set.Schemas["b"], set.Schemas["d"].Properties["p"]);
        Assert.Same(set.Schemas["b"], set.Schemas["d"].Properties["q"]);
    }

    [Theory]
    [InlineData("{'type':'object','$ref':'#/components/schemas/b'}")]
    [InlineData("{'allOf':[{'$ref':'#/components/schemas/b'}],'required':['x']}")]
    [InlineData("{'allOf':[{'$ref':'#/components/schemas/b'},{'minimum':1}]}")]
    public void A_reference_beside_what_restricts_the_value_holds_with_it(string json)
    {
        SchemaSet set = Documents.Named("{'a':" + json + ",'b':{'maximum':5}}");
        Assert.Empty(set.Problems);
        Assert.Same(set.Schemas["b"], set.Schemas["a"].AllOf[0]);
        Assert.Null(set.Schemas["a"].Bounds.Maximum);
    }

    [Fact]
    public void A_name_in_a_reference_may_be_escaped()
    {
        SchemaSet set = Documents.Named($$"""{'a':{'$ref':'{{To}}x~1y%7E0'},'x/y~':{'type':'string'} }""");
        Assert.Empty(set.Problems);
        Assert.Equal(SchemaType.String, set.Schemas["a"].Type);
    }

    [Theory]
    [InlineData("#/components/schemas/none", "[a].$ref: Not found: \"#/components/schemas/none\"")]
    [InlineData("other.json#/b", "[a].$ref: Not found: \"other.json#/b\"")]
    [InlineData("#/components/schemas/b/properties/c", "[a].$ref: Not found: \"#/components/schemas/b/properties/c\"")]
    [InlineData("", "[a].$ref: Not found: \"\"")]
    public void A_reference_to_nowhere_is_reported(string reference, string expected)
    {
        SchemaSet set = Documents.Named("{'a':{'$ref':'" + reference + "','default':1},'b':{'properties':{'c':{}}}}");
        SchemaProblem problem = Assert.Single(set.Problems);
        Assert.Equal((SchemaProblemKind.Unresolved, expected), (problem.Kind, problem.ToString()));
        Assert.Equal((SchemaType.None, "1"), (set.Schemas["a"].Type, set.Schemas["a"].Default.ToString()));
    }

    [Fact]
    public void Names_that_refer_to_nothing_but_one_another_say_nothing()
    {
        SchemaSet set = Documents.Named(
            $$"""{'start':{'$ref':'{{To}}a'},'a':{'$ref':'{{To}}b'},'b':{'allOf':[{'$ref':'{{To}}a'}]},'self':{'$ref':'{{To}}self'} }""");
        Assert.Equal(
            [$"[b]: Invalid value: \"{To}a\": refers to nothing but itself", $"[self]: Invalid value: \"{To}self\": refers to nothing but itself"],
            set.Problems.Select(problem => problem.ToString()));
        Assert.All(set.Schemas.Values, schema => Assert.Equal(SchemaType.None, schema.Type));
    }

    [Fact]
    public void A_schema_that_holds_itself_without_a_step_into_the_value_is_cut()
    {
        SchemaSet set = Documents.Named(
            $$"""
            {'a':{'type':'object','anyOf':[{'not':{'$ref':'{{To}}a'} },{'required':['x']}]},
             'b':{'oneOf':[{'$ref':'{{To}}a'},{'properties':{'b':{'$ref':'{{To}}b'} } }]} }
            """);
        Assert.Equal(["[a].anyOf[0]: Invalid value: \"[a]\": leads back to itself without a step into the value"], set.Problems.Select(problem => problem.ToString()));
        Assert.Null(set.Schemas["a"].AnyOf[0].Not);
        Assert.Same(set.Schemas["a"], set.Schemas["b"].OneOf[0]);
        Assert.Same(set.Schemas["b"], set.Schemas["b"].OneOf[1].Properties["b"]);
    }

    [Fact]
    public void Long_chains_of_references_cost_no_stack()
    {
        const int Length = 50_000;
        string chain = string.Join(',', Enumerable.Range(0, Length).Select(i => $"'{i}':{{'$ref':'{To}{i + 1}'}}"));
        SchemaSet set = Documents.Named("{" + chain + ",'" + Length + "':{'type':'string'}}");
        Assert.Empty(set.Problems);
        Assert.Equal(SchemaType.String, set.Schemas["0"].Type);
    }

    [Theory]
    [InlineData("{'not':", "}", "not")]
    [InlineData("{'properties':{'a':", "}}", "properties[a]")]
    [InlineData("{'anyOf':[", "]}", "anyOf[0]")]
    public void Schemas_may_stand_256_deep_in_one_another(string open, string close, string step)
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + "{}" + string.Concat(Enumerable.Repeat(close, depth));
        Assert.Empty(Documents.Custom(Nested(256)).Problems);
        SchemaProblem problem = Assert.Single(Documents.Custom(Nested(3000)).Problems);
        Assert.Equal($"root.{string.Join('.', Enumerable.Repeat(step, 257))}: Forbidden: more than 256 schemas inside one another", problem.ToString());
    }

    [Theory]
    [InlineData("[]", "root: Invalid value: []: must be a schema object")]
    [InlineData("{'type':5}", "root.type: Invalid value: 5: must be a string")]
    [InlineData("{'properties':[]}", "root.properties: Invalid value: []: must be an object")]
    [InlineData("{'properties':{'a':true}}", "root.properties[a]: Invalid value: true: must be a schema object")]
    [InlineData("{'items':'x'}", "root.items: Invalid value: \"x\": must be a schema object")]
    [InlineData("{'items':[{}]}", "root.items: Forbidden: items must be a schema object and not an array")]
    [InlineData("{'additionalProperties':1}", "root.additionalProperties: Invalid value: 1: must be a schema, true or false")]
    [InlineData("{'required':['a',1]}", "root.required: Invalid value: 1: must be a string")]
    [InlineData("{'enum':{}}", "root.enum: Invalid value: {}: must be a list")]
    [InlineData("{'allOf':{}}", "root.allOf: Invalid value: {}: must be a list")]
    [InlineData("{'maxItems':1.0}", "root.maxItems: Invalid value: 1.0: must be an integer of 64 bits")]
    [InlineData("{'minimum':1e400}", "root.minimum: Invalid value: 1e400: must be a number of 64 bits")]
    [InlineData("{'nullable':'true'}", "root.nullable: Invalid value: \"true\": must be true or false")]
    [InlineData("{'x-kubernetes-list-map-keys':'a'}", "root.x-kubernetes-list-map-keys: Invalid value: \"a\": must be a list")]
    [InlineData("{'x-kubernetes-validations':[1]}", "root.x-kubernetes-validations[0]: Invalid value: 1: must be an object")]
    [InlineData("{'x-kubernetes-int-or-string':1}", "root.x-kubernetes-int-or-string: Invalid value: 1: must be true or false")]
    [InlineData("{'x-kubernetes-list-type':[]}", "root.x-kubernetes-list-type: Invalid value: []: must be a string")]
    public void What_is_malformed_is_reported_and_the_rest_read(string json, string expected)
    {
        SchemaProblem problem = Assert.Single(Documents.Custom(json).Problems);
        Assert.Equal(expected, problem.ToString());
        (Schema schema, _) = Documents.Custom("{'properties':{'bad':" + json + ",'good':{'type':'string'}}}");
        Assert.Equal(SchemaType.String, schema.Properties["good"]!.Type);
    }

    [Fact]
    public void Of_many_problems_a_hundred_are_reported()
    {
        string json = "{" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"'{i}':1")) + "}";
        Assert.Equal(100, Documents.Custom(json).Problems.Count);
    }

    /// <summary>Duplicates are the tokenizer's: an error when strict, else the last wins.</summary>
    [Fact]
    public void Of_members_that_stand_twice_the_last_is_read()
    {
        (Schema schema, IReadOnlyList<SchemaProblem> problems) = Documents.Custom(
            "{'type':'string','default':{'a':1,'a':2},'type':'object','properties':{'a':{'type':'string'},'a':{'type':'integer'}}}");
        Assert.Empty(problems);
        Assert.Equal((SchemaType.Object, SchemaType.Integer), (schema.Type, Assert.Single(schema.Properties).Schema.Type));
        Assert.Equal("{\"a\":2}", schema.Default.ToString());
    }

    [Fact]
    public void A_schema_knows_where_it_was_written_and_keeps_nothing_else_of_its_document()
    {
        byte[] text = Encoding.UTF8.GetBytes("""{ "properties": { "a": {"description": "d", "default": [ 1 ], "x-y": { "z": 1 }} } }""");
        JsonTree tree = JsonTree.Parse(text);
        (Schema schema, _) = SchemaReader.ReadCustomResource(tree.Root, "root");
        tree.Dispose();
        Array.Clear(text);
        Schema a = schema.Properties["a"]!;
        Assert.Equal((0, 23), (schema.Offset, a.Offset));
        Assert.Equal(("[1]", "{\"z\":1}", null), (a.Default.ToString(), a.Extensions["x-y"].ToString(), a.Description));
        Assert.True(a.Source.IsMissing);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{'components':{'schemas':{}},'openapi':'3.0.0'}")]
    [InlineData("{'openapi':'3.0.0','components':{'schemas':[]}}")]
    [InlineData("{'a':5}")]
    public void Any_JSON_may_be_given(string json)
    {
        JsonValue value = JsonTree.Parse(json.Replace('\'', '"')).Root;
        Assert.NotNull(SchemaReader.ReadPublished(value).Problems);
        Assert.NotEmpty(SchemaReader.ReadDefinition(value).Problems);
    }
}
