using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Decoding;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Protobuf;

public class RefusalTests
{
    private const string Handled = "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: ";
    private static readonly GroupVersionKind ConfigMap = new("", "v1", "ConfigMap");

    public static TheoryData<byte[], string> Envelopes => new()
    {
        { [], "empty data (<empty>)" },
        { [.. "k8s"u8], "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0] (6b3873)" },
        { [.. "{}"u8], "provided data does not appear to be a protobuf message, expected prefix [107 56 115 0] ({})" },
        { [.. "k8s\0"u8], "empty body (6b387300)" },
        { [.. "k8s\0"u8, 0x0A, 0x05, 0x0A], "unexpected EOF (6b3873000a050a)" },
        { [.. "k8s\0"u8, 0x00], "proto: Unknown: illegal tag 0 (wire type 0) (6b38730000)" },
    };

    public static TheoryData<byte[], string> Objects => new()
    {
        { [0x0A, 0x05, 0x0A], "unexpected EOF" },
        { [0x0A], "unexpected EOF" },
        { [0x08, 0x01], "proto: wrong wireType = 0 for field ObjectMeta" },
        { [0x12, 0x03, 0x0A, 0x05, 0x61], "unexpected EOF" },
        { [0x0C], "proto: ConfigMap: wiretype end group for non-group" },
        { [0x02, 0x00], "proto: ConfigMap: illegal tag 0 (wire type 2)" },
        { [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], "proto: negative length found during unmarshaling" },
        { [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], "proto: integer overflow" },
        { [0xFA, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], "unexpected EOF" },
        { [0xFB, 0x01, 0x08], "unexpected EOF" },
        { [0xFF, 0x01], "proto: illegal wireType 7" },
        { new WireBuilder().Message(1, meta => meta.Message(17, entry => entry.Message(7, fields => fields.Text(1, "{")))).ToArray(), "json: error calling MarshalJSON for type v1.FieldsV1: unexpected end of JSON input" },
        { new WireBuilder().Message(1, meta => meta.Message(17, entry => entry.Message(7, fields => fields.Text(1, "1},{")))).ToArray(), "json: error calling MarshalJSON for type v1.FieldsV1: invalid character '}' after top-level value" },
    };

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void A_body_that_is_no_envelope_is_refused(byte[] body, string problem) =>
        Assert.Equal("the object provided is unrecognized (must be of type ConfigMap): " + problem, Refusal(body, DecodeTargets.Of(ConfigMap)));

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_envelope_without_such_an_object_is_refused(byte[] message, string problem) =>
        Assert.Equal(Handled + problem, Refusal(new WireBuilder().Raw(message).ToBody("v1", "ConfigMap"), DecodeTargets.Of(ConfigMap)));

    [Fact]
    public void An_amount_or_a_number_or_name_that_is_none_is_refused()
    {
        DecodeTarget quota = DecodeTargets.Of(new GroupVersionKind("", "v1", "ResourceQuota"));
        byte[] amount = new WireBuilder().Message(2, spec => spec.Message(1, entry => entry.Text(1, "cpu").Message(2, quantity => quantity.Text(1, "much"))))
            .ToBody("v1", "ResourceQuota");
        Assert.StartsWith("ResourceQuota in version \"v1\" cannot be handled as a ResourceQuota: quantities must match the regular expression", Refusal(amount, quota), StringComparison.Ordinal);
        DecodeTarget budget = DecodeTargets.Of(new GroupVersionKind("policy", "v1", "PodDisruptionBudget"));
        byte[] port = new WireBuilder().Message(2, spec => spec.Message(1, least => least.Varint(1, 2))).ToBody("policy/v1", "PodDisruptionBudget");
        Assert.EndsWith("json: error calling MarshalJSON for type intstr.IntOrString: impossible IntOrString.Type", Refusal(port, budget), StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_without_end_is_refused()
    {
        byte[] schema = new WireBuilder().Text(5, "object").ToArray();
        for (int i = 0; i < 5_000; i++)
        {
            schema = new WireBuilder().Bytes(28, schema).ToArray();
        }

        byte[] body = new WireBuilder().Message(2, spec => spec.Message(7, version => version.Message(4, validation => validation.Bytes(1, schema))))
            .ToBody("apiextensions.k8s.io/v1", "CustomResourceDefinition");
        Assert.EndsWith(
            ": proto: exceeded max depth of 100",
            Refusal(body, DecodeTargets.Of(new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_that_nobody_knows_is_refused() =>
        Assert.Equal(
            "Gadget in version \"v1\" cannot be handled as a ConfigMap: no kind \"Gadget\" is registered for version \"v1\" in scheme \"pkg/runtime/scheme.go:111\"",
            Refusal(new WireBuilder().ToBody("v1", "Gadget"), DecodeTargets.Of(ConfigMap)));

    [Fact]
    public void A_custom_resource_has_no_message() =>
        Assert.Equal(
            "Widget in version \"v1\" cannot be handled as a Widget: object *unstructured.Unstructured does not implement the protobuf marshalling interface and cannot be encoded to a protobuf message",
            Refusal(new WireBuilder().ToBody("example.com/v1", "Widget"), new DecodeTarget(new GroupVersionKind("example.com", "v1", "Widget"), null, IsCustom: true)));

    [Fact]
    public void A_kind_and_version_that_are_not_said_are_those_of_the_path()
    {
        byte[] body = new WireBuilder().Message(1, metadata => metadata.Text(1, "a")).ToBody("", "");
        DecodedObject read = ObjectDecoder.Decode(DecodeTargets.Of(ConfigMap), body, BodyFormat.Protobuf, FieldValidation.Strict);
        Assert.Equal("""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a"}}""", read.Object.ToString());
    }

    private static string? Refusal(byte[] body, DecodeTarget target)
    {
        Status status = Assert.Throws<StatusException>(() => ObjectDecoder.Decode(target, body, BodyFormat.Protobuf, FieldValidation.Warn)).Status;
        Assert.Equal(400, status.Code);
        return status.Message;
    }
}
