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

    [Fact]
    public async Task A_server_that_is_stopped_refuses_connections_and_has_everything_when_it_is_resumed()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        await client.CreateAsync("a");
        Uri address = server.Address;
        await server.StopAsync();
        await server.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/api/v1/namespaces/default/configmaps/a"));

        await server.ResumeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.ResumeAsync());
        Assert.Equal(address, server.Address);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/namespaces/default/configmaps/a")).Code);
    }

    [Fact]
    public async Task A_watch_goes_on_where_it_was_after_the_server_was_stopped_unless_that_is_forgotten()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        long before = server.Revision;
        await client.CreateAsync("a");
        await server.StopAsync();
        await server.ResumeAsync();
        string from = $"/api/v1/namespaces/default/configmaps?watch=1&timeoutSeconds=1&resourceVersion={before}";
        using (WatchLines watch = await client.WatchAsync(from))
        {
            Assert.Contains("\"ADDED\"", Assert.Single(await watch.AllAsync()), StringComparison.Ordinal);
        }

        await server.StopAsync();
        server.RestoreTo(server.Revision);
        await server.ResumeAsync();
        using WatchLines late = await client.WatchAsync(from);
        Assert.Contains("\"code\":410", Assert.Single(await late.AllAsync()), StringComparison.Ordinal);
    }
}
