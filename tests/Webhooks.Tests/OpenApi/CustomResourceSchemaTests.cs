using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Resources.Yaml;
using Xunit;

namespace Webhooks.Tests.OpenApi;

/// <summary>The dialect of CustomResourceDefinitions: what can't be decoded or held is reported as the API server reports it.</summary>
public class CustomResourceSchemaTests
{
    private const string Root = "spec.validation.openAPIV3Schema";

    public static TheoryData<string> Names => [.. Documents.CustomResources().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_API_server_says_of_a_definition_is_said_of_its_schema(string name)
    {
        (_, long code, string[] causes, JsonValue schema) = Documents.CustomResources().Single(one => one.Name == name);
        (_, IReadOnlyList<SchemaProblem> problems) = SchemaReader.ReadCustomResource(schema, Root);
        bool isDecoded = problems.All(problem => problem.Kind is not (SchemaProblemKind.Malformed or SchemaProblemKind.UnknownMember));
        Assert.Equal(code == 400, !isDecoded);
        Assert.All(problems, problem => Assert.True(code == 400 || causes.Contains(problem.ToString()), problem.ToString()));
    }

    [Fact]
    public void Everything_that_a_schema_says_is_kept()
    {
        (Schema schema, IReadOnlyList<SchemaProblem> problems) = Documents.Custom(
            """
            {'type':'object','required':['spec','x'],'minProperties':1,'maxProperties':9,'properties':{
              'text':{'type':'string','format':'date','pattern':'^a','minLength':1,'maxLength':2,'enum':['a',null],'default':'a','nullable':true},
              'number':{'type':'number','minimum':-0.5,'exclusiveMinimum':true,'maximum':1e3,'exclusiveMaximum':true,'multipleOf':0.25},
              'list':{'type':'array','items':{'type':'integer'},'minItems':1,'maxItems':9223372036854775807,'uniqueItems':true,
                      'x-kubernetes-list-type':'map','x-kubernetes-list-map-keys':['a','b']},
              'map':{'type':'object','additionalProperties':{'x-kubernetes-int-or-string':true},'x-kubernetes-map-type':'granular'},
              'open':{'type':'object','additionalProperties':true,'x-kubernetes-preserve-unknown-fields':true},
              'closed':{'type':'object','additionalProperties':false,'x-kubernetes-embedded-resource':true},
              'logic':{'allOf':[{'minimum':1},{'maximum':2}],'anyOf':[{'type':'string'}],'oneOf':[{'required':['a']}],'not':{'pattern':'b'}},
              'rule':{'x-kubernetes-validations':[{'rule':'self > 0'}],'title':'t','description':'d','externalDocs':{},'example':1}}}
            """);
        Assert.Empty(problems);
        Assert.Equal(["spec", "x"], schema.Required);
        Assert.Equal((1, 9), (schema.Bounds.MinProperties, schema.Bounds.MaxProperties));

        Schema text = schema.Properties["text"]!;
        Assert.Equal((SchemaType.String, "date", true), (text.Type, text.Format, text.IsNullable));
        Assert.Equal(("\"a\"", "[\"a\",null]"), (text.Default.ToString(), text.Enum.ToString()));
        Assert.Equal(new SchemaBounds { Pattern = "^a", MinLength = 1, MaxLength = 2 }, text.Bounds);

        SchemaBounds number = new() { Minimum = -0.5, IsMinimumExclusive = true, Maximum = 1000, IsMaximumExclusive = true, MultipleOf = 0.25 };
        Assert.Equal(number, schema.Properties["number"]!.Bounds);

        Schema list = schema.Properties["list"]!;
        Assert.Equal(SchemaType.Integer, list.Items!.Type);
        Assert.Equal(new SchemaBounds { MinItems = 1, MaxItems = long.MaxValue, AreItemsUnique = true }, list.Bounds);
        Assert.Equal("map", list.Extensions.ListType);
        Assert.Equal(["a", "b"], list.Extensions.ListMapKeys);

        Assert.True(schema.Properties["map"]!.AdditionalProperties!.Schema!.Extensions.IsIntOrString);
        Assert.Equal("granular", schema.Properties["map"]!.Extensions.MapType);
        Assert.True(schema.Properties["open"]!.Extensions.PreservesUnknownFields);
        Assert.True(schema.Properties["open"]!.AdditionalProperties is { AreAllowed: true, Schema: null });
        Assert.True(schema.Properties["closed"]!.AdditionalProperties is { AreAllowed: false, Schema: null });
        Assert.True(schema.Properties["closed"]!.Extensions.IsEmbeddedResource);

        Schema logic = schema.Properties["logic"]!;
        Assert.Equal([1, null], logic.AllOf.Select(one => one.Bounds.Minimum));
        Assert.Equal(SchemaType.String, Assert.Single(logic.AnyOf).Type);
        Assert.Equal(["a"], Assert.Single(logic.OneOf).Required);
        Assert.Equal("b", logic.Not!.Bounds.Pattern);
        Assert.Equal("[{\"rule\":\"self > 0\"}]", schema.Properties["rule"]!.Extensions.Validations.ToString());
    }

    [Fact]
    public void Null_is_nothing_but_as_a_default()
    {
        (Schema schema, IReadOnlyList<SchemaProblem> problems) = Documents.Custom(
            "{'type':null,'items':null,'$ref':null,'properties':{'a':null},'additionalProperties':null,'minimum':null,'x-kubernetes-list-type':null,'default':null}");
        Assert.Empty(problems);
        Assert.Equal(SchemaType.None, schema.Type);
        Assert.Equal(SchemaType.None, Assert.Single(schema.Properties).Schema.Type);
        Assert.Null(schema.AdditionalProperties);
        Assert.Equal(JsonKind.Null, schema.Default.Kind);
    }

    [Fact]
    public void Each_version_of_a_definition_has_its_schema_and_each_problem_line_and_column()
    {
        YamlDocument document = YamlReader.ReadSingle(
            """
            spec:
              versions:
              - name: v1
                schema:
                  openAPIV3Schema:
                    type: object
                    description: first
              - name: v2
                schema:
                  openAPIV3Schema:
                    properties:
                      spec: {$ref: '#/x', type: text}
              - name: v1
                schema: {openAPIV3Schema: {}}
              - schema: {}
            """u8.ToArray());
        SchemaSet set = SchemaReader.ReadDefinition(document.Root, keepsSource: true);
        Assert.Equal(["v1", "v2"], set.Schemas.Keys);
        Assert.Equal(SchemaType.Object, set.Find("v1")!.Type);
        Assert.Equal("first", set.Find("v1")!.Description);
        Assert.Equal(new YamlPosition(6, 9), document.PositionOf(set.Find("v1")!.Source));
        Assert.Equal(
            [
                "12:24 spec.versions[1].schema.openAPIV3Schema.properties[spec].$ref: Forbidden: $ref is not supported",
                "12:37 spec.versions[1].schema.openAPIV3Schema.properties[spec].type: Unsupported value: \"text\": supported values: \"array\", \"boolean\", \"integer\", \"number\", \"object\", \"string\"",
                "13:11 spec.versions[2].name: Duplicate value: \"v1\"",
                "15:5 spec.versions[3].name: Required value",
                "15:5 spec.versions[3].schema.openAPIV3Schema: Required value",
            ],
            set.Problems.Select(problem =>
            {
                YamlPosition at = document.PositionOf(problem.Place);
                return $"{at.Line}:{at.Column} {problem}";
            }));
    }
}
