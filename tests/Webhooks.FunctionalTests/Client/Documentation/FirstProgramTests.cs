using System.Net;
using System.Threading.Channels;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Documentation;

/// <summary>The first example of docs/client.md does what the page says.</summary>
public sealed class FirstProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_annotates_one_node_deletes_another_and_prints_what_it_is_told()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient kubectl = new(server);
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        ManualTime time = new();
        Channel<string> printed = Channel.CreateUnbounded<string>();
        await MakeAsync(kubectl, "minikube");
        await MakeAsync(kubectl, "minikube-m02");

        Task program = FirstProgram.RunAsync(folder.Write("config", server.Kubeconfig("jane", "system:masters")), line => printed.Writer.TryWrite(line), time, stop.Token);
        Assert.Equal("+ minikube", await NextAsync());
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("= minikube", await NextAsync());
        await kubectl.SendAsync(HttpMethod.Patch, "/api/v1/nodes/minikube", """{"metadata":{"labels":{"a":"b"}}}""", "application/merge-patch+json");
        Assert.Equal("~ minikube", await NextAsync());
        (HttpStatusCode found, JsonValue node) = await kubectl.GetAsync("/api/v1/nodes/minikube");
        Assert.Equal(HttpStatusCode.OK, found);
        Assert.Contains("\"example.com/seen\":\"true\"", node.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await kubectl.GetAsync("/api/v1/nodes/minikube-m02")).Code);
        await kubectl.SendAsync(HttpMethod.Delete, "/api/v1/nodes/minikube", "");
        Assert.Equal("- minikube", await NextAsync());

        await stop.CancelAsync();
        await program.WaitAsync(Patience);

        Task<string> NextAsync() => printed.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }

    [Fact]
    public void It_stands_in_the_page_to_the_letter()
    {
        string code = File.ReadAllText(Repository.PathOf("tests", "Webhooks.FunctionalTests", "Client", "Documentation", "FirstProgram.cs"));
        string example = code[code.IndexOf("internal static class", StringComparison.Ordinal)..];
        Assert.Contains($"```csharp\n{example}```\n", File.ReadAllText(Repository.PathOf("docs", "client.md")), StringComparison.Ordinal);
    }

    private static async Task MakeAsync(SandboxClient kubectl, string name) => Assert.Equal(
        HttpStatusCode.Created, (await kubectl.SendAsync(HttpMethod.Post, "/api/v1/nodes", $$$"""{"metadata":{"name":"{{{name}}}"}}""")).Code);
}
