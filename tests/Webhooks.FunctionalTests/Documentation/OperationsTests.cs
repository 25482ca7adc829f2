using System.Text.RegularExpressions;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Documentation;

/// <summary>docs/operations.md says of flags and metrics what there is.</summary>
public sealed partial class OperationsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("docs", "operations.md"));

    [Fact]
    public void Every_flag_has_its_row()
    {
        string[] told = [.. Rows("## Flags").SelectMany(row => Flag().Matches(row.Split('|')[1])).Select(match => match.Value).Order()];
        string[] real = [.. Executable.Run("serve", "--help").Output.Split('\n').Select(line => OptionLine().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value).Order()];
        Assert.Equal(real, told);
    }

    [Fact]
    public async Task Every_metric_has_its_row()
    {
        using TemporaryFolder folder = new();
        await using ServeProcess server = await ServeProcess.StartAsync(folder, ["--templates", Repository.PathOf("deploy", "samples", "templates")]);
        Assert.Equal(RowsOf(await server.Health.GetStringAsync("/metrics")).Order(), Rows("## Metrics").Order());
    }

    // In a process of its own: meters are the process's, and other tests have clients, too.
    [Fact]
    public async Task Every_metric_of_the_client_has_its_row()
    {
        await using ApiServer cluster = await ApiServer.StartAsync();
        using SandboxClient admin = new(cluster);
        await admin.SendAsync(HttpMethod.Post, "/api/v1/namespaces", """{"metadata":{"name":"webhooks-system"}}""");
        await admin.SendAsync(HttpMethod.Post, "/api/v1/namespaces/webhooks-system/configmaps", """{"metadata":{"name":"agent-initializer"},"data":{"config":"containers: []"}}""");
        using TemporaryFolder folder = new();
        string kubeconfig = folder.Write("kubeconfig", cluster.Kubeconfig("admin", "system:masters"));
        await using ServeProcess server = await ServeProcess.StartAsync(folder, ["--kubeconfig", kubeconfig]);
        string text = await server.Health.GetStringAsync("/metrics");
        Assert.Contains("\ninformer_objects{name=\"configmaps\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\nrest_client_requests_total{", text, StringComparison.Ordinal);
        Assert.Empty(RowsOf(text).Except(Lines));
    }

    /// <summary>The rows that a page of metrics is to have in the documentation.</summary>
    private static string[] RowsOf(string page)
    {
        string[] text = page.Split('\n');
        Dictionary<string, string> types = text.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToDictionary(words => words[2], words => words[3]);
        return [.. text.Where(line => line.StartsWith("# HELP ", StringComparison.Ordinal)).Select(line => line.Split(' ', 4)).Select(words => $"| `{words[2]}` | {types[words[2]]} | {words[3]} |")];
    }

    /// <summary>The rows of the first table below a heading.</summary>
    private static IEnumerable<string> Rows(string heading) =>
        Lines.SkipWhile(line => line != heading).SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith('|'));

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Flag();

    [GeneratedRegex("^  (--[a-z-]+)")]
    private static partial Regex OptionLine();
}
