using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class NamespaceDeletionTests
{
    [Theory]
    [InlineData("""{"propagationPolicy":"Orphan"}""", "orphan")]
    [InlineData("""{"propagationPolicy":"Foreground"}""", "foregroundDeletion")]
    [InlineData("""{"propagationPolicy":"Background"}""")]
    [InlineData("""{"orphanDependents":true}""", "orphan")]
    [InlineData("""{"orphanDependents":false}""", "foregroundDeletion")]
    public async Task A_namespace_is_held_as_the_deletion_asks_and_goes_all_the_same(string options, params string[] finalizers)
    {
        await using RunningServer server = await RunningServer.Start();
        RunningServer.Reply reply = await server.Send("DELETE", "/api/v1/namespaces/n", options.Replace("{", "{\"dryRun\":[\"All\"],", StringComparison.Ordinal));
        Assert.Equal(finalizers, reply.Body["metadata"]["finalizers"].Items().Select(item => item.GetString()));
        await server.Send("DELETE", "/api/v1/namespaces/n", options);
        await Eventually.HoldsAsync(async () => await server.Code("/api/v1/namespaces/n") == 404);
    }
}
