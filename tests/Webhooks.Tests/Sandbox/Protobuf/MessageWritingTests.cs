using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Protobuf;
using Xunit;

namespace Webhooks.Tests.Sandbox.Protobuf;

public class MessageWritingTests
{
    [Fact]
    public void A_schema_may_be_a_list_or_a_truth_value_or_texts() =>
        Assert.Equal(SampleDefinition.Json.Trim(), Read(SampleDefinition.Body));

    [Theory]
    [InlineData(1_700_000_000, 123_456_789, "\"2023-11-14T22:13:20.123456Z\"")]
    [InlineData(-1, 1_000, "\"1969-12-31T23:59:59.000001Z\"")]
    // Outside of the years that the API allows.
    [InlineData(long.MaxValue, 0, "\"9999-12-31T23:59:59.000000Z\"")]
    [InlineData(long.MinValue, 0, "null")]
    // Go's zero time.
    [InlineData(-62_135_596_800, 0, "null")]
    public void A_micro_time_has_six_decimals(long seconds, int nanos, string shown)
    {
        byte[] body = new WireBuilder()
            .Message(2, spec => spec.Message(3, time => time.Varint(1, seconds).Varint(2, nanos)).Message(4, _ => { }))
            .ToBody("coordination.k8s.io/v1", "Lease");
        Assert.Equal(
            """{"kind":"Lease","apiVersion":"coordination.k8s.io/v1","spec":{"acquireTime":SHOWN,"renewTime":null}}""".Replace("SHOWN", shown, StringComparison.Ordinal),
            Read(body));
    }

    [Fact]
    public void A_time_drops_what_is_below_a_second_and_an_empty_one_is_left_out_where_Go_does_so()
    {
        byte[] body = new WireBuilder()
            .Message(1, metadata => metadata
                .Message(8, _ => { })
                .Message(9, time => time.Varint(1, 1_700_000_000).Varint(2, 5))
                .Message(17, entry => entry.Text(1, "m").Message(4, _ => { }).Message(7, fields => fields.Text(1, """{"f:data":{}}"""))))
            .ToBody("v1", "ConfigMap");
        Assert.Equal(
            """{"kind":"ConfigMap","apiVersion":"v1","metadata":{"deletionTimestamp":"2023-11-14T22:13:20Z","managedFields":[{"manager":"m","time":null,"fieldsV1":{"f:data":{}}}]}}""",
            Read(body));
    }

    [Theory]
    [InlineData("apps/v1")]
    [InlineData("v1")]
    [InlineData("")]
    public void Options_of_a_deletion_may_be_of_the_group_of_the_path(string apiVersion)
    {
        byte[] body = new WireBuilder().Text(4, "Foreground").ToBody(apiVersion, "DeleteOptions");
        JsonValue options = OptionsDecoding.Decode(body, BodyFormat.Protobuf, "DeleteOptions", new GroupVersion("apps", "v1"));
        Assert.Equal("Foreground", options["propagationPolicy"u8].GetString());
    }

    [Fact]
    public void Quantities_are_canonical_and_numbers_stay_beside_names()
    {
        byte[] body = new WireBuilder()
            .Message(2, spec => spec
                .Message(2, container => container
                    .Text(1, "a")
                    .Message(8, resources => resources
                        .Message(1, entry => entry.Text(1, "memory").Message(2, quantity => quantity.Text(1, "0.5")))
                        .Message(1, entry => entry.Text(1, "cpu").Message(2, _ => { })))
                    .Message(10, probe => probe.Message(1, handler => handler
                        .Message(2, http => http.Message(2, port => port.Varint(1, 1).Varint(2, 0).Text(3, "web")))
                        .Message(3, tcp => tcp.Message(1, port => port.Varint(1, 0).Varint(2, 8080).Text(3, "")))))))
            .ToBody("v1", "Pod");
        Assert.Equal(
            """{"kind":"Pod","apiVersion":"v1","spec":{"containers":[{"name":"a","resources":{"limits":{"cpu":"0","memory":"500m"}},"livenessProbe":{"httpGet":{"port":"web"},"tcpSocket":{"port":8080}}}]}}""",
            Read(body));
    }

    [Fact]
    public void Zeros_stay_where_absent_is_something_else()
    {
        byte[] body = new WireBuilder()
            .Message(2, spec => spec.Varint(1, 0).Varint(5, 0).Varint(7, 0).Varint(9, -3))
            .ToBody("apps/v1", "Deployment");
        Assert.Equal("""{"kind":"Deployment","apiVersion":"apps/v1","spec":{"replicas":0,"progressDeadlineSeconds":-3}}""", Read(body));
    }

    [Fact]
    public void Numbers_are_read_packed_and_one_by_one()
    {
        byte[] body = new WireBuilder()
            .Message(2, spec => spec.Message(14, context => context.Varint(4, 7).Bytes(4, [8, 0xFF, 0x01]).Varint(4, -1)))
            .ToBody("v1", "Pod");
        Assert.Contains("\"supplementalGroups\":[7,8,255,-1]", Read(body), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_field_that_stands_twice_the_last_counts_and_messages_merge()
    {
        byte[] body = new WireBuilder()
            .Message(1, metadata => metadata.Text(1, "a").Text(3, "ns").Message(11, entry => entry.Text(1, "k").Text(2, "old")))
            .Message(1, metadata => metadata.Text(1, "b").Message(11, entry => entry.Text(2, "new").Text(1, "k")).Message(11, entry => entry.Text(1, "e")))
            .ToBody("v1", "ConfigMap");
        Assert.Equal("""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"b","namespace":"ns","labels":{"e":"","k":"new"}}}""", Read(body));
    }

    [Fact]
    public void Fields_that_are_unknown_are_passed_over()
    {
        byte[] body = new WireBuilder()
            .Varint(900, 1).Double(901, 2).Text(902, "x").Raw(0x9B, 0x38, 0x08, 0x01, 0x0B, 0x0C, 0x9C, 0x38).Raw(0xA5, 0x38, 1, 2, 3, 4)
            .Message(1, metadata => metadata.Text(1, "a"))
            .ToBody("v1", "ConfigMap");
        Assert.Equal("""{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a"}}""", Read(body));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_read_as_replacements_and_octets_as_base64()
    {
        byte[] body = new WireBuilder()
            .Message(2, entry => entry.Text(1, "t").Bytes(2, [(byte)'a', 0xE2, 0x82, (byte)'b', 0xFF]))
            .Message(3, entry => entry.Text(1, "b").Bytes(2, [0, 0xFF]))
            .ToBody("v1", "ConfigMap");
        Assert.Equal("{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"data\":{\"t\":\"a\uFFFD\uFFFDb\uFFFD\"},\"binaryData\":{\"b\":\"AP8=\"}}", Read(body));
    }

    [Fact]
    public void Lists_that_are_messages_are_lists()
    {
        byte[] body = new WireBuilder()
            .Message(3, status => status.Message(2, user => user.Message(4, entry => entry.Text(1, "k").Message(2, values => values.Text(1, "a").Text(1, "b")))))
            .ToBody("authentication.k8s.io/v1", "TokenReview");
        Assert.Contains("""{"k":["a","b"]}""", Read(body), StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_inside_stays_as_it_is()
    {
        byte[] body = new WireBuilder()
            .Message(2, raw => raw.Text(1, """{"a": [1.50, "x"]}""")).Varint(3, 4)
            .ToBody("apps/v1", "ControllerRevision");
        Assert.Equal("""{"kind":"ControllerRevision","apiVersion":"apps/v1","data":{"a": [1.50, "x"]},"revision":4}""", Read(body));
    }

    [Fact]
    public void DeleteOptions_of_any_group_are_one_message()
    {
        byte[] body = new WireBuilder().Varint(1, 0).Text(4, "Foreground").ToBody("apps/v1", "DeleteOptions");
        Assert.Equal("""{"kind":"DeleteOptions","apiVersion":"apps/v1","gracePeriodSeconds":0,"propagationPolicy":"Foreground"}""", Read(body));
    }

    private static string Read(byte[] body) => ProtobufBody.Read(body).Decode(default).ToString();
}
