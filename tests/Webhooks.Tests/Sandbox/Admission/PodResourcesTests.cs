using Webhooks.Resources.Json;
using Webhooks.Sandbox.Admission;
using Xunit;

namespace Webhooks.Tests.Sandbox.Admission;

public sealed class PodResourcesTests
{
    [Theory]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1","memory":"1Gi"}}},{"resources":{"requests":{"cpu":"500m"}}}]}""", "cpu=1500m,memory=1Gi")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"}}}],"initContainers":[{"resources":{"requests":{"cpu":"3"}}},{"resources":{"requests":{"cpu":"2"}}}]}""", "cpu=3")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"}}}],"initContainers":[{"restartPolicy":"Always","resources":{"requests":{"cpu":"2"}}},{"resources":{"requests":{"cpu":"2"}}}]}""", "cpu=4")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"5"}}}],"initContainers":[{"resources":{"requests":{"cpu":"2"}}},{"restartPolicy":"Always","resources":{"requests":{"cpu":"1"}}}]}""", "cpu=6")]
    [InlineData("""{"resources":{"requests":{"cpu":"2","hugepages-2Mi":"4Mi","other":"1"}},"containers":[{"resources":{"requests":{"cpu":"5","hugepages-2Mi":"2Mi"}}}]}""", "cpu=2,hugepages-2Mi=4Mi")]
    [InlineData("""{"containers":[{"resources":{"requests":{"cpu":"1"}}}],"overhead":{"cpu":"100m","memory":"1Mi"}}""", "cpu=1100m,memory=1Mi")]
    public void A_quota_is_charged_what_a_pod_requests(string spec, string amounts) => Assert.Equal(amounts, PodResources.Requests.Of(Pod(spec)).ToString());

    [Theory]
    [InlineData("""{"containers":[{"resources":{"limits":{"cpu":"1","memory":"0"}}}],"overhead":{"cpu":"100m","memory":"1Mi","x":"1"}}""", "cpu=1100m,memory=0")]
    public void What_running_it_costs_adds_to_limits_that_are_there(string spec, string amounts) => Assert.Equal(amounts, PodResources.Limits.Of(Pod(spec)).ToString());

    [Theory]
    [InlineData("""{"resources":{"requests":{"cpu":"2","hugepages-2Mi":"4Mi"}},"containers":[{"resources":{"requests":{"cpu":"5"}}}],"overhead":{"cpu":"1"}}""", "cpu=2")]
    public void Limits_look_at_what_is_written_of_cpu_and_memory(string spec, string amounts) => Assert.Equal(amounts, PodResources.WrittenRequests.Of(Pod(spec)).ToString());

    [Theory]
    [InlineData("", "cpu=2,memory=3Gi")]
    [InlineData(""","conditions":[{"type":"PodResizePending","reason":"Deferred"}]""", "cpu=2,memory=3Gi")]
    [InlineData(""","conditions":[{"type":"PodResizePending","reason":"Infeasible"}]""", "cpu=1,memory=3Gi")]
    public void What_a_node_has_given_counts_until_it_is_taken_back(string more, string amounts)
    {
        const string Spec = """{"containers":[{"name":"a","resources":{"requests":{"cpu":"2","memory":"1Gi"}}}]}""";
        string status = """ "containerStatuses":[{"name":"a","resources":{"requests":{"cpu":"1","memory":"2Gi"}},"allocatedResources":{"memory":"3Gi"}}]""" + more;
        Assert.Equal(amounts, PodResources.Requests.Of(Pod(Spec, status)).ToString());
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{"resources":{"requests":{"x":"1"}}}""", false)]
    [InlineData("""{"resources":{"limits":{"cpu":"1"}}}""", true)]
    [InlineData("""{"resources":{"requests":{"hugepages-1Gi":"1Gi"}}}""", true)]
    public void A_pod_can_say_for_all_its_containers(string spec, bool does) => Assert.Equal(does, PodResources.AreSetFor(Pod(spec)));

    private static JsonValue Pod(string spec, string status = "") => JsonTree.Parse($$"""{"spec":{{spec}},"status":{ {{status}} } }""").Root;
}
