using System.Text.RegularExpressions;
using Webhooks.FunctionalTests.Serving;
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
        string[] text = (await server.Health.GetStringAsync("/metrics")).Split('\n');
        Dictionary<string, string> types = text.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToDictionary(words => words[2], words => words[3]);
        string[] real = [.. text.Where(line => line.StartsWith("# HELP ", StringComparison.Ordinal)).Select(line => line.Split(' ', 4)).Select(words => $"| `{words[2]}` | {types[words[2]]} | {words[3]} |")];
        Assert.Equal(real.Order(), Rows("## Metrics").Order());
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
