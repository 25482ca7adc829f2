using Webhooks.FunctionalTests.Sandbox.Controllers;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Workloads;

public sealed class ScaleOwnershipTests
{
    [Fact]
    public async Task Who_scales_owns_the_replicas_through_the_subresource()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(new ApiServerOptions { MakesServiceAccounts = false, RunsControllers = false });
        await cluster.Create(
            "deployments/n/web",
            """{"spec":{"replicas":2,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"main","image":"a"}]} } } }""");
        await cluster.Patch("deployments/n/web", """{"spec":{"replicas":3}}""", "scale");

        JsonValue[] entries = [.. cluster.Get("deployments/n/web")["metadata"]["managedFields"].Items()];
        JsonValue scaled = Assert.Single(entries, entry => entry["subresource"].AsString() == "scale");
        Assert.Equal("apps/v1", scaled["apiVersion"].GetString());
        Assert.Equal("""{"f:spec":{"f:replicas":{}}}""", scaled["fieldsV1"].ToString());
        Assert.All(entries.Where(entry => entry["subresource"].IsMissing), entry => Assert.True(entry["fieldsV1"]["f:spec"]["f:replicas"].IsMissing));
    }
}
