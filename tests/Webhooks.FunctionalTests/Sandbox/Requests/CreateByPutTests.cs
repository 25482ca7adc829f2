using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class CreateByPutTests
{
    private const string Leases = "/apis/coordination.k8s.io/v1/namespaces/n/leases";

    [Theory]
    [InlineData("5", 201)]
    [InlineData("0", 201)]
    [InlineData("abc", 500)]
    public async Task A_put_that_makes_an_object_may_name_a_version(string version, int code)
    {
        await using RunningServer server = await RunningServer.Start();
        string body = $"{{\"metadata\":{{\"name\":\"x\",\"resourceVersion\":\"{version}\"}}}}";
        Assert.Equal(code, (await server.Send("PUT", Leases + "/x", body)).Code);
    }
}
