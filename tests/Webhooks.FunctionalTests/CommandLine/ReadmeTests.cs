using System.Text.Json.Nodes;
using Webhooks.Shared;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

/// <summary>What README promises to who tries it.</summary>
public sealed class ReadmeTests
{
    private const string Marker = "--project src/Webhooks.Server -- ";

    /// <summary>The arguments of README's first command, as they stand there.</summary>
    private static string[] FirstCommand { get; } =
    [
        .. File.ReadLines(Repository.PathOf("README.md"))
            .Select(line => line.Split(Marker, 2)).First(parts => parts.Length == 2)[1].Split(' ', StringSplitOptions.RemoveEmptyEntries),
    ];

    [Fact]
    public void The_first_command_prints_a_Deployment_with_its_sidecar()
    {
        CommandResult result = Executable.Run([.. FirstCommand, "-o", "json"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));

        JsonNode template = JsonNode.Parse(result.Output)!["spec"]!["template"]!;
        Assert.Equal(["helloworld", "logging-agent"], Names(template["spec"]!["containers"]!));
        Assert.Equal(["varlog", "config-volume"], Names(template["spec"]!["volumes"]!));
        string status = template["metadata"]!["annotations"]!["initializer.kubernetes.io/status"]!.GetValue<string>();
        Assert.Equal(
            ["containers[logging-agent]", "volumes[varlog]", "volumes[config-volume]"],
            JsonNode.Parse(status)!["logging-agent"]!["added"]!.AsArray().Select(path => path!.GetValue<string>()));
    }

    [Fact]
    public void As_it_stands_there_it_prints_YAML()
    {
        CommandResult result = Executable.Run(FirstCommand);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.StartsWith("apiVersion: apps/v1\nkind: Deployment\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n      - name: logging-agent\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_asks_for_nothing_is_printed_byte_for_byte()
    {
        string file = Repository.PathOf("deploy", "samples", "helloworld-without-annotation.yaml");
        CommandResult result = Executable.Run("inject", "-f", file, "--templates", Repository.PathOf("deploy", "samples", "templates"));
        Assert.Equal(new CommandResult(0, File.ReadAllText(file), ""), result);
    }

    private static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(item => item!["name"]!.GetValue<string>());
}
