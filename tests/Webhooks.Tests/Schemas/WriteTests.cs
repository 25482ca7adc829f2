using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Xunit;

namespace Webhooks.Tests.Schemas;

/// <summary>Writes of custom resources and definitions, by the rule of the server's source that decides them.</summary>
public sealed class WriteTests
{
    private const string Spec = """
        {"type":"object","properties":{"spec":{"type":"object","nullable":true,"properties":{"a":{"type":"string","maxLength":2},
         "replicas":{"type":"integer"},"m":{"type":"object","additionalProperties":{"type":"object","x-kubernetes-embedded-resource":true,
         "x-kubernetes-preserve-unknown-fields":true}}}},"status":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}
        """;

    private const string Stored = """{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"x","uid":"own"},"spec":{"a":"long","gone":1}}""";

    [Theory]
    [InlineData("\"generation\":1.0", null)]
    [InlineData("\"generation\":1e0", null)]
    [InlineData("\"generation\":-1", null)]
    [InlineData("\"generation\":1.5", "json: cannot unmarshal number 1.5 into Go struct field ObjectMeta.generation of type int64")]
    [InlineData("\"creationTimestamp\":5", "json: cannot unmarshal number into Go struct field ObjectMeta.creationTimestamp of type string")]
    [InlineData("\"creationTimestamp\":\"é\"", "parsing time \"\\xc3\\xa9\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\\xc3\\xa9\" as \"2006\"")]
    [InlineData("\"a\\\"b\":1", "strict decoding error: unknown field \"metadata.a\"b\"")]
    [InlineData("\"managedFields\":[{\"operation\":\"x\"}]", null)]
    public void Metadata_are_read_as_they_are_written(string member, string? problem) =>
        Is(problem, Writes().Create(Body($$"""{"name":"x",{{member}}}"""), FieldValidation.Strict));

    [Theory]
    [InlineData("""{"apiVersion":"v1","kind":"K","metadata":{"deletionGracePeriodSeconds":1.0}}""", null)]
    [InlineData("""{"apiVersion":"v1","kind":"K","metadata":{"foo":1}}""", "strict decoding error: unknown field \"spec.m[k].metadata.foo\"")]
    [InlineData("""{"apiVersion":1,"kind":"K"}""", "spec.m[k].apiVersion: Invalid value: 1: must be a string")]
    [InlineData("""{"apiVersion":"v1","kind":"K","metadata":{"creationTimestamp":5}}""",
        "spec.m[k].metadata: Invalid value: {\"creationTimestamp\":5}: json: cannot unmarshal number into Go struct field ObjectMeta.creationTimestamp of type string")]
    [InlineData("""{"apiVersion":"v1","kind":"K","metadata":{"managedFields":[{"operation":"x"}]}}""",
        "spec.m[k].metadata.managedFields[0].operation: Invalid value: \"x\": must be `Apply` or `Update`")]
    [InlineData("""{"apiVersion":"v1","kind":"K","metadata":{"managedFields":[{"operation":"Update","fieldsType":"y"}]}}""",
        "spec.m[k].metadata.managedFields[0].fieldsType: Invalid value: \"y\": must be `FieldsV1`")]
    [InlineData("""{"apiVersion":"v1","kind":"K","metadata":{"managedFields":[{"operation":"Apply","manager":"a\u0007"}]}}""",
        "spec.m[k].metadata.managedFields[0].manager: Invalid value: \"a\\a\": invalid character U+0007 (at position 1)")]
    public void Keys_of_a_map_stand_in_brackets_before_embedded_metadata(string resource, string? problem) =>
        Is(problem, Writes().Create(Body("""{"name":"x"}""", $$"""{"m":{"k":{{resource}} } }"""), FieldValidation.Strict));

    [Theory]
    [InlineData("\"labels\":{\"l\":\"v\"}", null)]
    [InlineData("\"creationTimestamp\":\"2020-01-01T00:00:00Z\"", null)]
    [InlineData("\"generation\":7", null)]
    [InlineData("\"uid\":\"other\"", "Precondition failed: UID in precondition: other, UID in object meta: own")]
    [InlineData("\"deletionTimestamp\":\"2020-01-01T00:00:00Z\"", "metadata.deletionTimestamp: Invalid value: \"2020-01-01T00:00:00Z\": field is immutable")]
    public void An_update_is_held_against_what_is_stored_as_the_schema_has_it_now(string member, string? problem) =>
        Is(problem, Writes().Update(Body($$"""{"name":"x",{{member}}}""", """{"a":"long"}"""), JsonTree.Parse(Stored).Root, FieldValidation.Strict));

    [Fact]
    public void A_uid_of_another_object_is_a_conflict() => Assert.Equal(
        409,
        Writes().Update(Body("""{"name":"x","uid":"u"}"""), JsonTree.Parse(Stored).Root, FieldValidation.Strict).Refusal?.Code);

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"x\"", ".spec.replicas: Invalid value: 0: .spec.replicas accessor error: x is of the type string, expected map[string]interface{}")]
    [InlineData("{\"replicas\":[1.5,null,\"a\"]}",
        ".spec.replicas: Invalid value: 0: .spec.replicas accessor error: [1.5 <nil> a] is of the type []interface {}, expected int64")]
    public void A_path_of_scale_ends_at_null(string spec, string? problem) =>
        Is(problem, Writes().Create(Body("""{"name":"x"}""", spec), FieldValidation.Ignore));

    [Theory]
    [InlineData("""{"apiVersion":"example.com/v1","kind":1,"kind":"Thing","metadata":{"name":"x"}}""", "Go struct field .kind of type string")]
    [InlineData("""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"x"},"spec":{"a":1e400,"a":"b"}}""", "number 1e400 into")]
    [InlineData("""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"x"},"spec":{"b":1e400,"a":1e500}}""", "number 1e400 into")]
    [InlineData("""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"x"},"spec":{"a":{"b":1,"b":2},"a":"b"}}""",
        "strict decoding error: duplicate field \"spec.a.b\", duplicate field \"spec.a\"")]
    public void Members_that_are_overridden_are_read_too(string body, string problem) =>
        Is(problem, Writes().Create(Encoding.UTF8.GetBytes(body), FieldValidation.Strict));

    [Theory]
    [InlineData("\"additionalProperties\":\"x\"", "boolean or JSON schema expected")]
    [InlineData("\"additionalProperties\":[]", "boolean or JSON schema expected")]
    [InlineData("\"additionalProperties\":{\"items\":{\"type\":5}}",
        "json: cannot unmarshal number into Go struct field JSONSchemaProps.spec.versions.schema.openAPIV3Schema.properties.additionalProperties of type string")]
    [InlineData("\"type\":\"array\",\"items\":[5]",
        "json: cannot unmarshal number into Go struct field JSONSchemaProps.spec.versions.schema.openAPIV3Schema.properties.items of type v1.JSONSchemaProps")]
    [InlineData("\"dependencies\":{\"a\":[1]}",
        "json: cannot unmarshal number into Go struct field JSONSchemaProps.spec.versions.schema.openAPIV3Schema.properties.dependencies of type string")]
    public void A_problem_inside_of_a_schema_that_may_be_something_else_is_one_of_its_place(string member, string problem) => Is(
        problem,
        DefinitionWrites.Create(Definition($$"""{"type":"object","properties":{"v":{ {{member}} } } }"""), FieldValidation.Ignore));

    [Theory]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    [InlineData("1000", "json: cannot unmarshal number into Go struct field CustomResourceSubresources.spec.versions.subresources.status of type v1.CustomResourceSubresourceStatus")]
    [InlineData("""{"a":1}""", "strict decoding error: unknown field \"spec.versions[0].subresources.status.a\"")]
    public void The_status_subresource_is_a_struct_without_fields(string status, string? problem) => Is(
        problem,
        DefinitionWrites.Create(Replaced(Definition("""{"type":"object"}"""), "\"status\":{}", $"\"status\":{status}"), FieldValidation.Strict));

    [Theory]
    [InlineData("\"dependencies\":{}", "openAPIV3Schema.dependencies: Forbidden: dependencies is not supported")]
    [InlineData("\"definitions\":{}", "\"Definitions\":{},\"ExternalDocs\":null")]
    [InlineData("\"anyOf\":[]", "\"AnyOf\":[],\"Not\":null")]
    [InlineData("\"definitions\":{\"a\":{\"type\":\"string\"}}", "\"Definitions\":{\"a\":{\"ID\":\"\",\"Schema\":\"\",\"Ref\":null,\"Description\":\"\",\"Type\":\"string\",")]
    [InlineData("\"dependencies\":{\"b\":{},\"a\":[\"c\"]}", "\"Dependencies\":{\"a\":{\"Schema\":null,\"Property\":[\"c\"]},\"b\":{\"Schema\":{\"ID\":")]
    [InlineData("\"additionalItems\":false", "\"AdditionalItems\":{\"Allows\":false,\"Schema\":null},")]
    [InlineData("\"additionalItems\":true,\"maximum\":-0,\"minimum\":9223372036854775807", "\"Maximum\":-0,\"ExclusiveMaximum\":false,\"Minimum\":9223372036854776000,")]
    [InlineData("\"required\":[],\"items\":[],\"properties\":{}", null)]
    public void What_is_empty_counts_in_a_definition(string member, string? problem) =>
        Is(problem, DefinitionWrites.Create(Definition($$"""{"type":"object",{{member}} }"""), FieldValidation.Strict));

    [Fact]
    public void Versions_differ_by_nothing_that_is_empty()
    {
        const string Version = "{\"name\":\"v1\",\"served\":true,\"storage\":true,";
        const string Second = "{\"name\":\"v2\",\"served\":true,\"storage\":false,\"additionalPrinterColumns\":[],\"schema\":{\"openAPIV3Schema\":{\"type\":\"string\",\"required\":[]}},\"subresources\":{}},";
        byte[] both = Replaced(Replaced(Definition("""{"type":"string"}"""), Version, Second + Version), "\"status\":{},", "");
        Assert.Equal("spec.validation.openAPIV3Schema.type", Assert.Single(DefinitionWrites.Create(both, FieldValidation.Strict).Refusal!.Details!.Causes).Field);
    }

    [Fact]
    public void What_is_empty_is_not_stored() => Assert.Equal(
        """{"type":"object"}""",
        DefinitionWrites.Create(Definition("""{"type":"object","required":[],"properties":{}}"""), FieldValidation.Strict)
            .Stored["spec"u8]["versions"u8].Items().Single()["schema"u8]["openAPIV3Schema"u8].ToString());

    [Fact]
    public void Text_that_is_cut_within_a_character_ends_in_a_mark_for_each_octet() => Is(
        "'{\"aaaaaaaaaaaaaaaaaaaaaaaaaa😀\":1}' ({\"aaaaaaaaaaaaaaaaaaaaaaaaaa\ufffd\ufffd ...)",
        Writes().Create(Encoding.UTF8.GetBytes("{\"aaaaaaaaaaaaaaaaaaaaaaaaaa😀\":1}"), FieldValidation.Strict));

    [Theory]
    [InlineData("null", FieldValidation.Ignore, "Thing in version \"v1\" cannot be handled as a Thing: Object 'Kind' is missing in 'null'")]
    [InlineData("null", FieldValidation.Strict, "the object provided is unrecognized (must be of type Thing): Object 'Kind' is missing in 'null' (6e756c6c)")]
    [InlineData(" {} ", FieldValidation.Ignore, "Thing in version \"v1\" cannot be handled as a Thing: Object 'Kind' is missing in '{}'")]
    [InlineData("{\"Kind\":\"x\"}", FieldValidation.Ignore, "x in version \"v1\" cannot be handled as a Thing: Object 'Kind' is missing in '{\"Kind\":\"x\"}'")]
    [InlineData("{\"kind\":\"Thing\",\"a\":1e400}", FieldValidation.Strict, "Thing in version \"v1\" cannot be handled as a Thing: json: cannot unmarshal number 1e400 into Go value of type float64")]
    [InlineData("{\"kind\":\"Thing\",\"apiVersion\":null}", FieldValidation.Strict, "Thing in version \"\" cannot be handled as a Thing: .apiVersion accessor error: <nil> is of the type <nil>, expected string")]
    public void A_type_that_is_missing_is_missed_by_the_decoder(string body, FieldValidation validation, string problem) =>
        Assert.Equal(problem, Writes().Create(Encoding.UTF8.GetBytes(body), validation).Refusal?.Message);

    [Fact]
    public void Of_another_version_nothing_is_known()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"apiVersion":"example.com/v2","kind":"Thing","metadata":{"name":"x"},"spec":{}}""");
        Is("strict decoding error: unknown field \"spec\"", Writes().Create(body, FieldValidation.Strict));
        WriteAnswer warned = Writes().Create(body, FieldValidation.Warn);
        Is("the API version in the data (example.com/v2) does not match", warned);
        Assert.Equal(["unknown field \"spec\""], warned.Warnings);
    }

    [Theory]
    [InlineData("\"other\"", new string[0])]
    [InlineData("\"x\",\"uid\":\"u\"", new[] { ".metadata.ownerReferences contains duplicate entries" })]
    public void A_refusal_warns_of_what_was_looked_at_before_it(string name, string[] warnings)
    {
        const string Owner = """{"apiVersion":"v1","kind":"K","name":"n","uid":"o"}""";
        byte[] body = Body($$"""{"name":{{name}},"ownerReferences":[{{Owner}},{{Owner}}]}""");
        WriteAnswer answer = Writes().Update(body, JsonTree.Parse(Stored).Root, FieldValidation.Strict);
        Assert.Equal(warnings, answer.Warnings.Select(text => text.Split(';')[0]));
    }

    [Fact]
    public void A_version_that_must_not_be_set_is_found_after_all_warnings() => Assert.Equal(
        ["metadata.finalizers: \"f\": prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers"],
        Writes().Create(Body("""{"name":"x","resourceVersion":"5","finalizers":["f"]}"""), FieldValidation.Strict).Warnings);

    [Theory]
    [InlineData("""{"type":"number","default":100.0,"multipleOf":3}""", "m.k.v: Invalid value: 100: m.k.v in body should be a multiple of 3")]
    [InlineData("""{"type":"number","default":5,"enum":[-0.0,1.0]}""", "m.k.v: Unsupported value: 5: supported values: \"0\", \"1\"")]
    public void What_a_definition_holds_is_stored_as_it_is_written(string schema, string problem)
    {
        string below = $$"""{"type":"object","properties":{"m":{"type":"object","additionalProperties":{"type":"object","properties":{"v":{{schema}} } } } } }""";
        CustomResourceWrites writes = new(CustomResourceKind.ReadServed(DefinitionWrites.Create(Definition(below), FieldValidation.Strict).Stored).Single());
        byte[] body = Encoding.UTF8.GetBytes("""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"x"},"m":{"k":{}}}""");
        Is(problem, writes.Create(body, FieldValidation.Strict));
    }

    private static byte[] Replaced(byte[] text, string from, string to) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).Replace(from, to, StringComparison.Ordinal));

    private static void Is(string? problem, WriteAnswer answer)
    {
        if (problem == null)
        {
            Assert.Null(answer.Refusal?.Message);
        }
        else
        {
            Assert.Contains(problem, answer.Refusal?.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] Body(string metadata, string spec = "{}") =>
        Encoding.UTF8.GetBytes($$"""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{{metadata}},"spec":{{spec}}}""");

    private static CustomResourceWrites Writes() =>
        new(CustomResourceKind.ReadServed(DefinitionWrites.Create(Definition(Spec), FieldValidation.Strict).Stored).Single());

    private static byte[] Definition(string schema) => Encoding.UTF8.GetBytes($$$"""
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"things.example.com"},
         "spec":{"group":"example.com","scope":"Cluster","names":{"plural":"things","kind":"Thing"},"versions":[{"name":"v1","served":true,"storage":true,
         "subresources":{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas"}},
         "schema":{"openAPIV3Schema":{{{schema}}} } }]}}
        """);
}
