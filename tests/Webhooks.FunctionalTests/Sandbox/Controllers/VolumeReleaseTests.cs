using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class VolumeReleaseTests
{
    private const string Claim = """{"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}} }""";
    private const string Volume = """{"spec":{"accessModes":["ReadWriteOnce"],"capacity":{"storage":"1Gi"},"hostPath":{"path":"/a"}} }""";

    [Fact]
    public async Task A_claim_goes_when_its_pod_is_gone()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("persistentvolumeclaims/n/c", Claim);
        await cluster.Create("persistentvolumeclaims/n/unused", Claim);
        await cluster.Create(
            "pods/n/p",
            """{"spec":{"nodeName":"node","containers":[{"name":"a","image":"i"}],"volumes":[{"name":"v","persistentVolumeClaim":{"claimName":"c"}}]} }""");
        await cluster.Delete("persistentvolumeclaims/n/c");
        await cluster.Delete("persistentvolumeclaims/n/unused");
        await cluster.AtRest();
        Assert.True(cluster.Has("persistentvolumeclaims/n/c"));
        Assert.False(cluster.Has("persistentvolumeclaims/n/unused"));

        await cluster.Delete("pods/n/p", grace: 0);
        await cluster.AtRest();
        Assert.False(cluster.Has("persistentvolumeclaims/n/c"));
    }

    [Fact]
    public async Task A_volume_goes_when_it_is_bound_no_more()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        await cluster.Create("persistentvolumes/v", Volume);
        await cluster.Patch("persistentvolumes/v", """{"status":{"phase":"Bound"} }""", "status");
        await cluster.Delete("persistentvolumes/v");
        await cluster.AtRest();
        Assert.True(cluster.Has("persistentvolumes/v"));

        await cluster.Patch("persistentvolumes/v", """{"status":{"phase":"Released"} }""", "status");
        await cluster.AtRest();
        Assert.False(cluster.Has("persistentvolumes/v"));
    }
}
