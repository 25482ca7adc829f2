using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class ObjectWritesTests
{
    [Theory]
    [InlineData("patch")]
    [InlineData("update")]
    [InlineData("delete")]
    public async Task What_is_gone_since_it_was_looked_at_is_a_conflict(string verb)
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(new ApiServerOptions { RunsControllers = false });
        await cluster.Create("configmaps/n/x");
        ApiResource resource = cluster.Cluster.Get(BuiltIn.ConfigMaps);
        StoredObject seen = cluster.Cluster.Store.Find(BuiltIn.ConfigMaps, StoredObject.KeyOf("n", "x"))!;
        await cluster.Delete("configmaps/n/x");

        StatusException refused = await Assert.ThrowsAsync<StatusException>(() => verb switch
        {
            "patch" => cluster.Writes.Patch(resource, seen, JsonDraft.EmptyObject()),
            "update" => cluster.Writes.Update(resource, seen, new JsonDraft(seen.Read(resource.Gvk))),
            _ => cluster.Writes.Delete(resource, seen),
        });

        Assert.Equal(StatusReason.Conflict, refused.Status.Reason);
    }
}
