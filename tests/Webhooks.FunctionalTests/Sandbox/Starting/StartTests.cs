using System.Diagnostics;
using System.Net;
using Webhooks.Sandbox;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Sandbox.Starting;

public sealed class StartTests(ITestOutputHelper output)
{
    private const int Servers = 300;

    [Fact]
    public async Task Hundreds_of_servers_start_and_stop_in_one_run()
    {
        List<double> starts = [];
        for (int index = 0; index < Servers; index++)
        {
            long begun = Stopwatch.GetTimestamp();
            await using ApiServer server = await ApiServer.StartAsync();
            starts.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (index % 50 == 0)
            {
                using SandboxClient client = new(server);
                Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/namespaces/default/serviceaccounts/default")).Code);
            }
        }

        Assert.Equal(Servers, starts.Count);
        starts.RemoveAt(0);
        output.WriteLine($"ms per start after the first: mean {starts.Average():F1}, median {starts.Order().ElementAt(starts.Count / 2):F1}, most {starts.Max():F1}");
    }

    [Fact]
    public async Task Many_servers_run_at_once_and_know_nothing_of_each_other()
    {
        List<ApiServer> servers = [];
        try
        {
            for (int index = 0; index < 20; index++)
            {
                servers.Add(await ApiServer.StartAsync());
            }

            using SandboxClient first = new(servers[0]);
            using SandboxClient last = new(servers[^1]);
            await first.CreateAsync("a");
            Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/api/v1/namespaces/default/configmaps/a")).Code);
            Assert.Equal(HttpStatusCode.NotFound, (await last.GetAsync("/api/v1/namespaces/default/configmaps/a")).Code);
            Assert.Equal(servers.Count, servers.Select(server => server.Address.Port).Distinct().Count());
        }
        finally
        {
            foreach (ApiServer server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }
}
