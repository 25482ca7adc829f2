using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public class RuleMatchingTests
{
    private const string Pods = """{"verbs":["get","list"],"apiGroups":[""],"resources":["pods","pods/log"]}""";
    private const string Scale = """{"verbs":["*"],"apiGroups":["*"],"resources":["*/scale"]}""";
    private const string Named = """{"verbs":["get","list","watch"],"apiGroups":[""],"resources":["configmaps"],"resourceNames":["mine"]}""";
    private const string Everything = """{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}""";
    private const string Urls = """{"verbs":["get"],"nonResourceURLs":["/healthz","/api/*","/x**"]}""";

    [Theory]
    [InlineData(Pods, "get pods@here:x", true)]
    [InlineData(Pods, "list pods@", true)]
    [InlineData(Pods, "watch pods@here", false)]
    [InlineData(Pods, "get pods/log@here:x", true)]
    [InlineData(Pods, "get pods/status@here:x", false)]
    [InlineData(Pods, "get apps/pods@here:x", false)]
    [InlineData(Pods, "get services@here:x", false)]
    [InlineData(Pods, "get /pods", false)]
    [InlineData(Scale, "patch apps/deployments/scale@here:x", true)]
    [InlineData(Scale, "get replicationcontrollers/scale@here:x", true)]
    [InlineData(Scale, "get apps/deployments@here:x", false)]
    [InlineData(Scale, "get apps/deployments/rescale@here:x", false)]
    [InlineData(Named, "get configmaps@here:mine", true)]
    [InlineData(Named, "get configmaps@here:other", false)]
    [InlineData(Named, "list configmaps@here", false)]
    [InlineData(Named, "list configmaps@here:mine", true)]
    [InlineData(Everything, "delete apps/deployments/status@here:x", true)]
    [InlineData(Everything, "get /version", false)]
    [InlineData(Urls, "get /healthz", true)]
    [InlineData(Urls, "get /healthz/ping", false)]
    [InlineData(Urls, "get /api/v1", true)]
    [InlineData(Urls, "get /api", false)]
    [InlineData(Urls, "get /xyz", true)]
    [InlineData(Urls, "post /healthz", false)]
    [InlineData(Urls, "get healthz@:x", false)]
    public void A_rule_allows_what_all_its_lists_have(string rule, string request, bool isAllowed) =>
        Assert.Equal(isAllowed, Read(rule).Allows(Callers.Jane.Asks(request)));

    [Fact]
    public void Rules_are_equal_when_their_lists_are()
    {
        Assert.Equal(Read(Pods), Read(Pods));
        Assert.Equal(Read(Pods).GetHashCode(), Read(Pods).GetHashCode());
        Assert.NotEqual(Read(Pods), Read(Pods) with { ResourceNames = ["x"] });
    }

    private static PolicyRule Read(string rule) => Assert.Single(PolicyRule.ReadAll(JsonTree.Parse($"[{rule}]").Root));
}
