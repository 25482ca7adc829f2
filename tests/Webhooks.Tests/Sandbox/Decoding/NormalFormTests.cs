using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Decoding;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("", "ConfigMap", """{"data":{"b":"1","a":null},"binaryData":{},"x":1}""", """{"kind":"ConfigMap","apiVersion":"v1","metadata":{},"data":{"a":"","b":"1"}}""")]
    [InlineData("", "ConfigMap", """{"immutable":false,"binaryData":{"a":"Y\nQ=="}}""", """{"kind":"ConfigMap","apiVersion":"v1","metadata":{},"binaryData":{"a":"YQ=="},"immutable":false}""")]
    [InlineData("coordination.k8s.io", "Lease", """{"spec":{"leaseTransitions":0,"holderIdentity":"","renewTime":null}}""", """{"kind":"Lease","apiVersion":"coordination.k8s.io/v1","metadata":{},"spec":{"holderIdentity":"","leaseTransitions":0}}""")]
    [InlineData("rbac.authorization.k8s.io", "Role", """{"rules":[]}""", """{"kind":"Role","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{},"rules":null}""")]
    [InlineData("rbac.authorization.k8s.io", "Role", """{"rules":[{"verbs":["get"],"resourceNames":[]}]}""", """{"kind":"Role","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{},"rules":[{"verbs":["get"]}]}""")]
    [InlineData("", "LimitRange", """{"spec":{"limits":[{"type":"Pod","max":{"cpu":"1000m","memory":1024,"x":" 2Ki "}}]}}""", """{"kind":"LimitRange","apiVersion":"v1","metadata":{},"spec":{"limits":[{"max":{"cpu":"1","memory":"1024","x":"2Ki"},"type":"Pod"}]}}""")]
    [InlineData("", "Event", """{"firstTimestamp":"2026-01-02T05:04:05.9+02:00"}""", """{"kind":"Event","apiVersion":"v1","metadata":{},"eventTime":null,"firstTimestamp":"2026-01-02T03:04:05Z","involvedObject":{},"lastTimestamp":null,"reportingComponent":"","reportingInstance":"","source":{}}""")]
    [InlineData("", "Event", """{"eventTime":"2026-01-02T05:04:05.123456+02:00","firstTimestamp":"0001-01-01T00:00:00Z"}""", """{"kind":"Event","apiVersion":"v1","metadata":{},"eventTime":"2026-01-02T03:04:05.123456Z","firstTimestamp":null,"involvedObject":{},"lastTimestamp":null,"reportingComponent":"","reportingInstance":"","source":{}}""")]
    [InlineData("policy", "PodDisruptionBudget", """{"spec":{"minAvailable":"50%","maxUnavailable":0}}""", """{"kind":"PodDisruptionBudget","apiVersion":"policy/v1","metadata":{},"spec":{"maxUnavailable":0,"minAvailable":"50%"},"status":{"currentHealthy":0,"desiredHealthy":0,"disruptionsAllowed":0,"expectedPods":0}}""")]
    public void A_round_trip_through_its_type_leaves_of_an_object(string group, string kind, string sent, string kept) =>
        Assert.Equal(kept, NormalForm.Of(DecodeTargets.Of(new GroupVersionKind(group, "v1", kind)), JsonTree.Parse(sent).Root).ToString());

    [Theory]
    [InlineData("[1.0,1e2,-0,0.5,1E-7,9223372036854775807,9223372036854775808]", "[1.0,100.0,0,0.5,1e-7,9223372036854775807,9223372036854776000.0]")]
    [InlineData("""{"b":{"d":1,"c":null},"a":[]}""", """{"a":[],"b":{"c":null,"d":1}}""")]
    [InlineData("{\"\U0001F600\":1,\"\uFF21\":2,\"\\u0061\":3}", "{\"a\":3,\"\uFF21\":2,\"\U0001F600\":1}")]
    public void Numbers_and_members_of_custom_resources_are_as_Go_holds_them(string sent, string kept) =>
        Assert.Equal(kept, UntypedForm.Of(JsonTree.Parse(sent).Root).ToString());

    [Fact]
    public void A_number_beyond_a_float_is_refused() =>
        Assert.Equal(
            "json: cannot unmarshal number 1e999 into Go value of type float64",
            Assert.Throws<DecodeException>(() => UntypedForm.Of(JsonTree.Parse("1e999").Root)).Message);

    [Fact]
    public void Both_groups_of_events_show_one_object()
    {
        JsonValue core = NormalForm.Of(
            DecodeTargets.Of(new GroupVersionKind("", "v1", "Event")),
            JsonTree.Parse("""{"metadata":{"name":"a"},"involvedObject":{"name":"x"},"message":"m","reportingComponent":"c","count":2}""").Root);
        JsonValue events = EventForm.ToEvents(core);
        Assert.Equal("events.k8s.io/v1", events["apiVersion"u8].GetString());
        Assert.Equal("m", events["note"u8].GetString());
        Assert.Equal("x", events["regarding"u8]["name"u8].GetString());
        Assert.Equal("2", events["deprecatedCount"u8].ToString());
        Assert.Equal(core.ToString(), EventForm.ToCore(events).ToString());
    }
}
