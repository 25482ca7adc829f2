using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class PropagationTests
{
    private const string Jobs = "/apis/batch/v1/namespaces/n/jobs";
    private const string Job = """{"metadata":{"name":"x"},"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"i"}]}}}}""";

    [Fact]
    public async Task What_a_Job_owns_outlives_it_where_the_deletion_does_not_say()
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", Jobs, Job);
        RunningServer.Reply reply = await server.Send("DELETE", Jobs + "/x");
        Assert.Equal("""["orphan"]""", reply.Body["metadata"]["finalizers"].ToString());
        Assert.Equal(
            [
                "299 - \"child pods are preserved by default when jobs are deleted; set propagationPolicy=Background to remove them "
                    + "or set propagationPolicy=Orphan to suppress this warning\"",
            ],
            reply.Warnings);
        await Eventually.HoldsAsync(async () => await server.Code(Jobs + "/x") == 404);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("?propagationPolicy=Background", 0)]
    [InlineData("?orphanDependents=true", 0)]
    public async Task A_collection_of_Jobs_is_warned_of_once(string query, int warnings)
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", Jobs, Job);
        await server.Send("POST", Jobs, Job.Replace("\"x\"", "\"y\"", StringComparison.Ordinal));
        RunningServer.Reply reply = await server.Send("DELETE", Jobs + query);
        Assert.Equal((200, 2, warnings), (reply.Code, reply.Body["items"].Count, reply.Warnings.Count));
    }

    [Fact]
    public async Task A_Job_goes_with_what_it_owns_where_that_is_said()
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", Jobs, Job);
        RunningServer.Reply reply = await server.Send("DELETE", Jobs + "/x?propagationPolicy=Background");
        Assert.Equal("\"Success\"", reply.Body["status"].ToString());
        Assert.Empty(reply.Warnings);
    }

    [Fact]
    public async Task An_Event_goes_at_once_whatever_is_said()
    {
        await using RunningServer server = await RunningServer.Start();
        await server.Send("POST", "/api/v1/namespaces/n/events", """{"metadata":{"name":"x"},"involvedObject":{"namespace":"n"}}""");
        RunningServer.Reply reply = await server.Send("DELETE", "/api/v1/namespaces/n/events/x?propagationPolicy=Foreground");
        Assert.Equal("\"Success\"", reply.Body["status"].ToString());
    }
}
