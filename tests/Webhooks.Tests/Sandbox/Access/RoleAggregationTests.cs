using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Bootstrap;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public class RoleAggregationTests
{
    private const string One = """{"verbs":["get"],"apiGroups":[""],"resources":["pods"]}""";
    private const string Two = """{"verbs":["get"],"apiGroups":[""],"resources":["nodes"]}""";

    [Fact]
    public void Rules_come_by_selector_and_name_each_once_and_none_of_its_own()
    {
        JsonValue role = Json($$$$"""{"metadata":{"name":"all","labels":{"to":"all"}},"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"to":"all"}},{"matchExpressions":[{"key":"also","operator":"Exists"}]}]},"rules":[{{{{Two}}}}]}""");
        JsonValue[] all =
        [
            role,
            Json($$$$"""{"metadata":{"name":"c","labels":{"also":""}},"rules":[{"verbs":["list"],"apiGroups":[""],"resources":["pods"]},{{{{One}}}}]}"""),
            Json($$$$"""{"metadata":{"name":"b","labels":{"to":"all"}},"rules":[{{{{One}}}}]}"""),
            Json("""{"metadata":{"name":"a","labels":{"to":"all"}},"rules":[{"verbs":["get"],"nonResourceURLs":["/x"]}]}"""),
            Json($$$$"""{"metadata":{"name":"d","labels":{"to":"none"}},"rules":[{{{{Two}}}}]}"""),
        ];

        JsonValue aggregated = RoleAggregation.Aggregated(role, all);

        Assert.Equal(
            $$"""[{"verbs":["get"],"nonResourceURLs":["/x"]},{{One}},{"verbs":["list"],"apiGroups":[""],"resources":["pods"]}]""",
            aggregated["rules"u8].ToString());
        Assert.True(RoleAggregation.Aggregated(aggregated, all).IsMissing);
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"x"},"rules":[]}""")]
    [InlineData("""{"metadata":{"name":"x"},"aggregationRule":{"clusterRoleSelectors":[{"matchExpressions":[{"key":"a","operator":"Near"}]}]}}""")]
    public void What_aggregates_nothing_stays(string role) => Assert.Null(RoleAggregation.RulesFor(Json(role), []));

    [Fact]
    public void A_role_that_finds_nobody_has_no_rules() =>
        Assert.Equal(
            "[]",
            RoleAggregation.Aggregated(Json($$$$"""{"metadata":{"name":"x"},"aggregationRule":{"clusterRoleSelectors":[{"matchLabels":{"a":"b"}}]},"rules":[{{{{One}}}}]}"""), [])["rules"u8].ToString());

    private static JsonValue Json(string text) => JsonTree.Parse(text).Root;
}
