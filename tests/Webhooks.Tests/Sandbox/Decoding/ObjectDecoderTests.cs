using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Decoding;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Decoding;

public sealed class ObjectDecoderTests
{
    private static readonly DecodeTarget Pod = DecodeTargets.Of(new GroupVersionKind("", "v1", "Pod"));
    private static readonly DecodeTarget Deployment = DecodeTargets.Of(new GroupVersionKind("apps", "v1", "Deployment"));
    private static readonly DecodeTarget Widget = new(new GroupVersionKind("example.com", "v1", "Widget"), null, IsCustom: true);

    [Theory]
    [InlineData("""{"spec":{"containers":[{"name":5}]}}""", "json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string")]
    [InlineData("""{"spec":{"containers":{}}}""", "json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container")]
    [InlineData("""{"spec":[]}""", "json: cannot unmarshal array into Go struct field Pod.spec of type v1.PodSpec")]
    [InlineData("""{"spec":{"hostNetwork":"yes"}}""", "json: cannot unmarshal string into Go struct field PodSpec.spec.hostNetwork of type bool")]
    [InlineData("""{"spec":{"restartPolicy":1}}""", "json: cannot unmarshal number into Go struct field PodSpec.spec.restartPolicy of type v1.RestartPolicy")]
    [InlineData("""{"spec":{"priority":1.5}}""", "json: cannot unmarshal number 1.5 into Go struct field PodSpec.spec.priority of type int32")]
    [InlineData("""{"spec":{"priority":3000000000}}""", "json: cannot unmarshal number 3000000000 into Go struct field PodSpec.spec.priority of type int32")]
    [InlineData("""{"spec":{"nodeSelector":{"a":true}}}""", "json: cannot unmarshal bool into Go struct field PodSpec.spec.nodeSelector of type string")]
    [InlineData("""{"spec":{"securityContext":"x"}}""", "json: cannot unmarshal string into Go struct field PodSpec.spec.securityContext of type v1.PodSecurityContext")]
    [InlineData("""{"metadata":{"uid":5}}""", "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.uid of type types.UID")]
    [InlineData("""{"metadata":{"finalizers":"a"}}""", "json: cannot unmarshal string into Go struct field ObjectMeta.metadata.finalizers of type []string")]
    [InlineData("""{"metadata":{"ownerReferences":[{"controller":1}]}}""", "json: cannot unmarshal number into Go struct field OwnerReference.metadata.ownerReferences.controller of type bool")]
    [InlineData("""{"metadata":{"name":1},"spec":{"containers":1}}""", "json: cannot unmarshal number into Go struct field ObjectMeta.metadata.name of type string")]
    [InlineData(
        """{"spec":{"containers":[{"resources":{"limits":{"cpu":"lots"}}}]}}""",
        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'")]
    [InlineData(
        """{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":true}}}]}}""",
        "json: cannot unmarshal bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.httpGet.port of type int32")]
    public void A_value_of_another_type_is_named_as_Go_names_it(string body, string problem) =>
        Assert.Equal($"Pod in version \"v1\" cannot be handled as a Pod: {problem}", Refusal(Pod, body));

    [Theory]
    [InlineData("""{"apiVersion":"apps/v1","kind":"ReplicaSet"}""", "ReplicaSet in version \"v1\" cannot be handled as a Deployment: converting (v1.ReplicaSet) to (apps.Deployment): unknown conversion")]
    [InlineData("""{"apiVersion":"apps/v2","kind":"Deployment"}""", "Deployment in version \"v2\" cannot be handled as a Deployment: no kind \"Deployment\" is registered for version \"apps/v2\" in scheme \"pkg/runtime/scheme.go:111\"")]
    [InlineData("""{"apiVersion":"a/b/c","kind":"Deployment"}""", "the object provided is unrecognized (must be of type Deployment): unexpected GroupVersion string: a/b/c ({\"apiVersion\":\"a/b/c\",\"kind\":\" ...)")]
    public void Another_kind_is_refused(string body, string message) => Assert.Equal(message, Refusal(Deployment, body));

    [Fact]
    public void Unknown_and_duplicate_members_are_warnings_with_their_paths()
    {
        const string Body = """{"spec":{"containers":[{"name":"a","name":"b","nam":1,"env":[{"Name":"x"}]}],"volumes":[{"emptyDir":{"size":1}}]}}""";
        DecodedObject decoded = ObjectDecoder.Decode(Pod, Encoding.UTF8.GetBytes(Body), BodyFormat.Json, FieldValidation.Warn);
        Assert.Equal(
            [
                "duplicate field \"spec.containers[0].name\"",
                "unknown field \"spec.containers[0].nam\"",
                "unknown field \"spec.containers[0].env[0].Name\"",
                "unknown field \"spec.volumes[0].emptyDir.size\"",
            ],
            decoded.Warnings);
        Assert.Equal("b", decoded.Object["spec"u8]["containers"u8].Items().First()["name"u8].GetString());
    }

    [Fact]
    public void Names_that_stand_twice_in_YAML_are_one_error_and_a_warning_each()
    {
        byte[] body = Encoding.UTF8.GetBytes("kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\ndata:\n  a: '1'\n  a: '2'\n");
        DecodeTarget target = DecodeTargets.Of(new GroupVersionKind("", "v1", "ConfigMap"));
        DecodedObject decoded = ObjectDecoder.Decode(target, body, BodyFormat.Yaml, FieldValidation.Warn);
        Assert.Equal(["line 6: key \"a\" already set in map"], decoded.Warnings);
        StatusException refused = Assert.Throws<StatusException>(() => ObjectDecoder.Decode(target, body, BodyFormat.Yaml, FieldValidation.Strict));
        Assert.Equal(
            "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: error converting YAML to JSON: yaml: unmarshal errors:\n  line 6: key \"a\" already set in map",
            refused.Status.Message);
    }

    [Fact]
    public void A_custom_resource_is_pruned_after_its_metadata_is_read()
    {
        const string Body = """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a","x":1},"spec":{"b":1,"a":2.0,"a":1e3}}""";
        CustomResourceSchema schema = CustomResourceSchema.Read(JsonTree.Parse(
            """{"schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"a":{"type":"number"}}}}}}}""").Root);
        StatusException refused = Assert.Throws<StatusException>(
            () => ObjectDecoder.Decode(Widget, Encoding.UTF8.GetBytes(Body), BodyFormat.Json, FieldValidation.Strict, schema));
        Assert.Equal(
            "Widget in version \"v1\" cannot be handled as a Widget: strict decoding error: duplicate field \"spec.a\", unknown field \"metadata.x\", unknown field \"spec.b\"",
            refused.Status.Message);
        DecodedObject decoded = ObjectDecoder.Decode(Widget, Encoding.UTF8.GetBytes(Body), BodyFormat.Json, FieldValidation.Ignore, schema);
        Assert.Equal("""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"a":1000.0}}""", decoded.Object.ToString());
        Assert.Empty(decoded.Warnings);
    }

    [Fact]
    public void A_JSON_schema_without_end_is_refused()
    {
        DecodeTarget definition = DecodeTargets.Of(new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition"));
        string nested = string.Concat(Enumerable.Repeat("""{"not":""", 5000)) + "{}" + new string('}', 5000);
        string body = """{"spec":{"versions":[{"schema":{"openAPIV3Schema":""" + nested + "}}]}}";
        Assert.Equal(
            "CustomResourceDefinition in version \"v1\" cannot be handled as a CustomResourceDefinition: exceeded max depth", Refusal(definition, body));
    }

    [Fact]
    public void A_patched_object_that_is_none_is_quoted_in_the_answer()
    {
        JsonValue patched = JsonTree.Parse("""{"metadata":{"labels":{"a":1}}}""").Root;
        StatusException refused = Assert.Throws<StatusException>(
            () => ObjectDecoder.DecodePatched(Pod, patched, FieldValidation.Strict, ["duplicate field \"a\""]));
        Assert.Equal(422, refused.Status.Code);
        Assert.Equal(
            " \"\" is invalid: patch: Invalid value: \"{\\\"metadata\\\":{\\\"labels\\\":{\\\"a\\\":1}}}\": json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string",
            refused.Status.Message);
    }

    private static string Refusal(DecodeTarget target, string body) => Assert.Throws<StatusException>(
        () => ObjectDecoder.Decode(target, Encoding.UTF8.GetBytes(body), BodyFormat.Json, FieldValidation.Warn)).Status.Message;
}
