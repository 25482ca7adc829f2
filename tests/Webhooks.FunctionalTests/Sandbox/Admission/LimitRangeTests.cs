using Webhooks.FunctionalTests.Sandbox.Controllers;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Admission;

public sealed class LimitRangeTests
{
    private const string Limits = """
        {"spec":{"limits":[{"type":"Container","max":{"cpu":"1"},"defaultRequest":{"cpu":"250m"}},{"type":"PersistentVolumeClaim","max":{"storage":"2Gi"}}]}}
        """;

    [Fact]
    public async Task A_pod_gets_defaults_that_decide_its_quality_and_that_nobody_owns()
    {
        await using ClusterInProcess cluster = await Limited();
        JsonValue pod = await cluster.Create("pods/n/p", Pod(""));

        Assert.Equal("""{"limits":{"cpu":"1"},"requests":{"cpu":"250m"}}""", ResourcesOf(pod));
        Assert.Equal("Burstable", pod["status"]["qosClass"].GetString());
        Assert.Equal(
            "LimitRanger plugin set: cpu request for container c; cpu limit for container c",
            pod["metadata"]["annotations"]["kubernetes.io/limit-ranger"].GetString());
        Assert.DoesNotContain("f:cpu", pod["metadata"]["managedFields"].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("limit-ranger", pod["metadata"]["managedFields"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_are_looked_at_when_a_pod_is_valid()
    {
        await using ClusterInProcess cluster = await Limited();
        await Refused(403, () => cluster.Create("pods/n/p", Pod(""","resources":{"limits":{"cpu":"2"}}""")), "maximum cpu usage per Container is 1, but limit is 2");
        await Refused(422, () => cluster.Create("pods/n/p", Pod(""","resources":{"limits":{"cpu":"2"},"requests":{"cpu":"3"}}""")), "must be less than or equal to cpu limit of 2");
    }

    [Fact]
    public async Task A_pod_is_held_to_limits_again_when_it_is_resized_and_at_no_other_update()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("pods/n/p", Pod(""","resources":{"limits":{"cpu":"2"},"requests":{"cpu":"1"}}"""));
        await cluster.Create("limitranges/n/l", Limits);
        await cluster.Patch("pods/n/p", """{"metadata":{"labels":{"a":"b"}}}""");
        await Refused(403, () => cluster.Patch("pods/n/p", Pod(""","resources":{"limits":{"cpu":"1500m"},"requests":{"cpu":"1"}}"""), "resize"), "maximum cpu usage per Container is 1, but limit is 1500m");

        await cluster.Patch("pods/n/p", Pod(""","resources":{"limits":{"cpu":"1"},"requests":{"cpu":"500m"}}"""), "resize");
        Assert.Equal("""{"limits":{"cpu":"1"},"requests":{"cpu":"500m"}}""", ResourcesOf(cluster.Get("pods/n/p")));
    }

    [Fact]
    public async Task A_claim_is_held_to_limits_on_every_write_of_it_until_it_is_to_go()
    {
        await using ClusterInProcess cluster = await Limited();
        const string Claim = """{"metadata":{"finalizers":["a/b"]},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}}}""";
        await cluster.Create("persistentvolumeclaims/n/c", Claim);
        await cluster.Patch("persistentvolumeclaims/n/c", """{"status":{"phase":"Bound","capacity":{"storage":"1Gi"}}}""", "status");
        const string Wider = """{"spec":{"resources":{"requests":{"storage":"3Gi"}}}}""";
        await Refused(403, () => cluster.Patch("persistentvolumeclaims/n/c", Wider), "maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi");

        await cluster.Delete("persistentvolumeclaims/n/c");
        await cluster.Patch("persistentvolumeclaims/n/c", Wider);
    }

    [Fact]
    public async Task Another_namespace_is_not_concerned()
    {
        await using ClusterInProcess cluster = await Limited();
        await cluster.Create("namespaces/m");
        Assert.Equal("{}", ResourcesOf(await cluster.Create("pods/m/p", Pod(""))));
    }

    private static async Task<ClusterInProcess> Limited()
    {
        ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("limitranges/n/l", Limits);
        return cluster;
    }

    private static string Pod(string more) => $$"""{"spec":{"containers":[{"name":"c","image":"i"{{more}} }]} }""";

    private static string ResourcesOf(JsonValue pod) => pod["spec"]["containers"].Items().Single()["resources"].ToString();

    private static async Task Refused(int code, Func<Task> write, string message)
    {
        StatusException refused = await Assert.ThrowsAsync<StatusException>(write);
        Assert.Equal(code, refused.Status.Code);
        Assert.EndsWith(message, refused.Status.Message, StringComparison.Ordinal);
    }
}
