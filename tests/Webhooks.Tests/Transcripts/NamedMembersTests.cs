using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Transcripts;

public sealed class NamedMembersTests
{
    private static readonly RecordedRequest[] Requests =
    [
        new("POST", "/apis/apiextensions.k8s.io/v1/customresourcedefinitions") { Body = """{"spec":{"group":"example.com"}}""" },
        new("POST", "/api/v1/namespaces/a/services") { Body = """{"spec":{"ports":[{"port":80}]}}""" },
        new("PATCH", "/api/v1/namespaces/a/services/x") { Body = """[{"op":"add","path":"/spec/selector","value":{"a":"b"}}]""" },
        new("POST", "/api/v1/namespaces/a/services") { Body = "spec: {yaml: 1}" },
    ];

    private const string Recorded = """{"metadata":{"name":"x"},"spec":{"ports":[{"port":80,"protocol":"TCP"}],"selector":{"a":"b"},"type":"ClusterIP"}}""";

    [Theory]
    [InlineData("""{"metadata":{"name":"x"},"spec":{"ports":[{"port":80}],"selector":{"a":"b"}}}""")]
    [InlineData("""{"metadata":{"name":"x"},"spec":{"ports":[{"port":80}],"selector":{"a":"b"},"type":"None","more":1}}""")]
    public void Members_that_no_request_named_may_differ(string got)
    {
        Assert.Empty(Comparison([]).Body(Recorded, got));
        Assert.NotEmpty(new Comparing().Body(Recorded, got));
        Assert.NotEmpty(Comparison(["builtin-defaults"]).Body(Recorded, got));
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"x"},"spec":{"ports":[{"port":81}],"selector":{"a":"b"}}}""", "body.spec.ports[0].port")]
    [InlineData("""{"metadata":{"name":"x"},"spec":{"ports":[{"port":80}],"selector":{}}}""", "body.spec.selector.a")]
    [InlineData("""{"metadata":{"name":"x","uid":"u"},"spec":{"ports":[{"port":80}],"selector":{"a":"b"}}}""", "body.metadata.uid")]
    public void Others_may_not(string got, string path) =>
        Assert.Equal([path], Comparison([]).Body(Recorded, got));

    [Fact]
    public void Nor_may_those_of_custom_resources()
    {
        ComparisonRules rules = ComparisonRules.Of(Scenario([]), ignoresUnnamedDefaults: true);
        Assert.Null(rules.For(new RecordedRequest("GET", "/apis/example.com/v1/widgets")).Named);
        Assert.NotNull(rules.For(new RecordedRequest("GET", "/apis/apps/v1/deployments")).Named);
    }

    private static Comparing Comparison(string[] needs) => new() { Rules = ComparisonRules.Of(Scenario(needs), ignoresUnnamedDefaults: true) };

    private static Transcript Scenario(string[] needs) => new()
    {
        Name = "a/b",
        Description = "d",
        Needs = [.. needs],
        Setup = [],
        Steps = [.. Requests.Select(request => new RequestStep(request, new RecordedResponse(200)))],
    };
}
