using System.Net;
using Webhooks.FunctionalTests.Soak;
using Webhooks.Sandbox;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Writers and watchers over HTTPS, all at once.</summary>
public sealed class ServedModelTests(ITestOutputHelper output)
{
    private const int Slice = 600;

    // The model in one process takes more steps in the same time.
    private const int Share = 50;
    private const int Writers = 4;
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private static readonly (string Path, string Selector)[] Scopes =
    [
        (ConfigMaps, ""), ("/api/v1/configmaps", ""), (ConfigMaps, "&labelSelector=app%3Dx"), ("/api/v1/configmaps", "&labelSelector=app%20in%20(x,y)"),
        (ConfigMaps, "&fieldSelector=metadata.name!=o1"), (ConfigMaps, ""),
    ];

    [Fact]
    public async Task Every_watcher_ends_with_the_list()
    {
        SoakSettings settings = SoakSettings.Read(Slice);
        int count = settings.IsFull ? settings.Count / Share : settings.Count;
        await using ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { KeptChanges = 200, MakesServiceAccounts = false });
        using SandboxClient client = new(server);
        ServedWatcher[] watchers = [.. Scopes.Select((scope, index) => new ServedWatcher(client, scope.Path, scope.Selector, settings.Seed + index))];
        Task[] watching = [.. watchers.Select(watcher => Task.Run(watcher.Run))];
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(client, new Random(settings.Seed + writer), count / Writers))));
        (HttpStatusCode code, _) = await client.SendAsync(HttpMethod.Post, ConfigMaps, Body(ServedWatcher.Last, "x"));
        Assert.Equal(HttpStatusCode.Created, code);
        await Task.WhenAll(watching).WaitAsync(TimeSpan.FromMinutes(2));
        output.WriteLine($"SOAK model over HTTPS: seed {settings.Seed}, {count} writes, {watchers.Sum(watcher => watcher.Expired)} places forgotten");
    }

    private static async Task Write(SandboxClient client, Random random, int count)
    {
        for (; count > 0; count--)
        {
            string name = ModelScope.NameOf(random);
            string label = random.Next(3) switch { 0 => "x", 1 => "y", _ => "z" };
            (HttpStatusCode code, _) = random.Next(4) switch
            {
                0 or 1 => await client.SendAsync(HttpMethod.Post, ConfigMaps, Body(name, label)),
                2 => await client.SendAsync(HttpMethod.Patch, $"{ConfigMaps}/{name}", Body(name, label), "application/merge-patch+json"),
                _ => await client.SendAsync(HttpMethod.Delete, $"{ConfigMaps}/{name}", ""),
            };
            Assert.Contains((int)code, new[] { 200, 201, 404, 409 });
        }
    }

    private static string Body(string name, string label) => $$$"""{"metadata":{"name":"{{{name}}}","labels":{"app":"{{{label}}}"} } }""";
}
