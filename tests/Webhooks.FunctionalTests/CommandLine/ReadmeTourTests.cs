using System.Net;
using Webhooks.Server.Serving;
using Webhooks.Shared;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

/// <summary>README's tour shows, word for word, what its commands print.</summary>
public sealed class ReadmeTourTests : IDisposable
{
    private const string Prompt = "    $ ";
    private const string Indentation = "    ";
    private readonly string _folder = Directory.CreateTempSubdirectory("webhooks").FullName;

    /// <summary>The blocks of the tour: commands, and what they print.</summary>
    public static IEnumerable<object[]> Blocks => All.Where(block => !IsOfServer(block)).Select(block => new object[] { block.Commands, block.Printed });

    /// <summary>All blocks, in their order.</summary>
    private static IReadOnlyList<(string Commands, string Printed)> All
    {
        get
        {
            List<(string Commands, string Printed)> blocks = [];
            string[] lines = [.. File.ReadLines(Repository.PathOf("README.md"))];
            for (int i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith(Prompt, StringComparison.Ordinal) && lines[i - 1].Length == 0)
                {
                    string[] block = [.. lines.Skip(i).TakeWhile((line, at) => line.StartsWith(Indentation, StringComparison.Ordinal) || IsInside(lines, i + at))];
                    blocks.Add((
                        string.Join('\n', block.Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..])),
                        string.Concat(block.Where(line => !line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line.Length == 0 ? "\n" : line[Indentation.Length..] + "\n"))));
                }
            }

            return blocks;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void The_tour_shows_what_is_printed(string commands, string printed) => Assert.Equal(printed, Run(commands));

    /// <summary>The server's blocks are one session. On ports that are free here; without curl and jq there is nothing to try it with.</summary>
    [Fact]
    public void The_tour_of_the_server_shows_what_is_printed()
    {
        (string Commands, string Printed)[] blocks = [.. All.Where(IsOfServer)];
        Assert.Equal(4, blocks.Length);
        if (!Tool.TryRun("curl", "", out _, "--version") || !Tool.TryRun("jq", "", out _, "--version"))
        {
            return;
        }

        using BoundPort port = BoundPort.Take(IPAddress.Loopback, 0, "--port");
        using BoundPort health = BoundPort.Take(IPAddress.Loopback, 0, "--health-port");
        string commands = string.Join('\n', blocks.Select(block => block.Commands))
            .Replace("webhooks serve", $"webhooks serve --port {port.Number} --health-port {health.Number}", StringComparison.Ordinal)
            .Replace(" certs", $" {_folder}/certs", StringComparison.Ordinal).Replace(":8443", $":{port.Number}", StringComparison.Ordinal).Replace(":8080", $":{health.Number}", StringComparison.Ordinal);
        port.Dispose();
        health.Dispose();
        Assert.Equal(string.Concat(blocks.Select(block => block.Printed)), Run($"trap 'kill -9 $!' EXIT\n{commands}"));
    }

    [Fact]
    public void The_tour_shows_each_command() =>
        Assert.All(["webhooks explain", "webhooks lint", "webhooks uninject", "webhooks validate", "webhooks check-crd"], command => Assert.Contains(Blocks, block => ((string)block[0]).Contains(command, StringComparison.Ordinal)));

    private static bool IsOfServer((string Commands, string Printed) block) =>
        block.Commands.Contains("webhooks serve", StringComparison.Ordinal) || block.Commands.Contains("curl ", StringComparison.Ordinal);

    /// <summary>Runs commands as somebody would who reads them, and gives what they print.</summary>
    private string Run(string commands)
    {
        string script = $"cd '{Repository.Root}'; export DOTNET_ROOT='{Executable.DotnetRoot}' PATH='{Path.GetDirectoryName(Executable.Path)}':$PATH\n{commands.Replace("/tmp/", _folder + "/", StringComparison.Ordinal)}";
        Assert.True(Tool.TryRun("bash", "", out CommandResult result, "-c", $"{{ {script}\n}} 2>&1"), "the tour needs bash");
        return result.Output.Replace(_folder + "/", "/tmp/", StringComparison.Ordinal);
    }

    /// <summary>An empty line with indented ones on both sides.</summary>
    private static bool IsInside(string[] lines, int at) =>
        lines[at].Length == 0 && at + 1 < lines.Length && lines[at + 1].StartsWith(Indentation, StringComparison.Ordinal)
        && !lines[at + 1].StartsWith(Prompt, StringComparison.Ordinal);
}
