using System.Globalization;
using Webhooks.Client.Credentials;
using Webhooks.Client.Sending;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Credentials;

public sealed class PluginRenewalTests
{
    private static readonly string PrintNext = PluginScript.Counting + "; " + PluginScript.Printing("""{"token":"token-$n"}""");
    private static readonly string PrintSame = PluginScript.Counting + "; " + PluginScript.Printing("""{"token":"token"}""");

    [Fact]
    public async Task K5_fifty_requests_that_are_refused_at_once_run_the_plugin_once()
    {
        const int Requests = 50;
        int arrived = 0;
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using PluginScript plugin = new(PrintNext);

        // None of the first fifty is answered before all are there.
        await using TokenServer server = await TokenServer.StartAsync(() =>
        {
            if (Interlocked.Increment(ref arrived) == Requests)
            {
                all.SetResult();
            }

            return all.Task;
        });
        server.Refuse("token-1");
        using ApiConnection connection = server.Open(plugin.Credentials);
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(_ => TokenServer.AskAsync(connection)));

        Assert.Equal(2, plugin.Runs);
        Assert.Equal((Requests, Requests), (server.Tokens.Count(token => token == "token-1"), server.Tokens.Count(token => token == "token-2")));
    }

    [Fact]
    public async Task K5_a_plugin_that_prints_the_same_again_is_not_run_for_each_request()
    {
        using PluginScript plugin = new(PrintSame);
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        server.Refuse("token");
        for (int request = 0; request < 5; request++)
        {
            Assert.Equal(401, (await Assert.ThrowsAsync<KubernetesApiException>(() => TokenServer.AskAsync(connection))).Code);
        }

        Assert.Equal((2, 5), (plugin.Runs, server.Tokens.Count));
        server.Time.Advance(PluginCredentials.Patience);
        await Assert.ThrowsAsync<KubernetesApiException>(() => TokenServer.AskAsync(connection));
        Assert.Equal(3, plugin.Runs);
    }

    [Fact]
    public async Task What_a_plugin_prints_is_kept_until_it_ends()
    {
        using PluginScript plugin = new(PluginScript.Counting + "; " + PluginScript.Printing("""{"token":"token-$n","expirationTimestamp":"$(cat $dir/ends)"}"""));
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        WriteEnd(plugin, server, TimeSpan.FromHours(1));
        await TokenServer.AskAsync(connection);
        server.Time.Advance(TimeSpan.FromMinutes(59));
        await TokenServer.AskAsync(connection);
        WriteEnd(plugin, server, TimeSpan.FromHours(1));
        server.Time.Advance(TimeSpan.FromMinutes(1));
        await TokenServer.AskAsync(connection);
        Assert.Equal(["token-1", "token-1", "token-2"], server.Tokens);
    }

    [Fact]
    public async Task Without_an_end_it_is_kept_until_the_server_refuses_it()
    {
        using PluginScript plugin = new(PrintNext);
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        await TokenServer.AskAsync(connection);
        server.Time.Advance(TimeSpan.FromDays(365));
        await TokenServer.AskAsync(connection);
        server.Refuse("token-1");
        await TokenServer.AskAsync(connection);
        Assert.Equal(["token-1", "token-1", "token-1", "token-2"], server.Tokens);
    }

    [Fact]
    public async Task A_plugin_that_failed_is_run_again_by_the_next_request()
    {
        using PluginScript plugin = new(PluginScript.Counting + "; [ $n -gt 1 ] || exit 1; " + PluginScript.Printing("""{"token":"token-$n"}"""));
        await using TokenServer server = await TokenServer.StartAsync();
        using ApiConnection connection = server.Open(plugin.Credentials);
        await Assert.ThrowsAsync<CredentialException>(() => TokenServer.AskAsync(connection));
        await TokenServer.AskAsync(connection);
        Assert.Equal(["token-2"], server.Tokens);
    }

    private static void WriteEnd(PluginScript plugin, TokenServer server, TimeSpan after) =>
        plugin.Folder.Write("ends", (server.Time.GetUtcNow() + after).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
