using System.Net;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Serving;

public sealed class ClockTests
{
    [Theory]
    [InlineData(2001)]
    [InlineData(2099)]
    public async Task Clients_trust_a_server_whatever_its_clock_says(int year)
    {
        ManualTime time = new(new DateTimeOffset(year, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await using ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { Time = time });
        using SandboxClient client = new(server);

        (HttpStatusCode code, JsonValue body) = await client.GetAsync("/api/v1/namespaces/default");

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Equal($"{year}-01-02T03:04:05Z", body["metadata"u8]["creationTimestamp"u8].AsString());
    }
}
