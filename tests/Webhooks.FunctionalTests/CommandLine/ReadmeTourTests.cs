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
    public static TheoryData<string, string> Blocks
    {
        get
        {
            TheoryData<string, string> blocks = [];
            string[] lines = [.. File.ReadLines(Repository.PathOf("README.md"))];
            for (int i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith(Prompt, StringComparison.Ordinal) && lines[i - 1].Length == 0)
                {
                    string[] block = [.. lines.Skip(i).TakeWhile((line, at) => line.StartsWith(Indentation, StringComparison.Ordinal) || IsInside(lines, i + at))];
                    blocks.Add(
                        string.Join('\n', block.Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line[Prompt.Length..])),
                        string.Concat(block.Where(line => !line.StartsWith(Prompt, StringComparison.Ordinal)).Select(line => line.Length == 0 ? "\n" : line[Indentation.Length..] + "\n")));
                }
            }

            return blocks;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void The_tour_shows_what_is_printed(string commands, string printed)
    {
        string script = $"cd '{Repository.Root}'; export DOTNET_ROOT='{Executable.DotnetRoot}' PATH='{Path.GetDirectoryName(Executable.Path)}':$PATH\n{commands.Replace("/tmp/", _folder + "/", StringComparison.Ordinal)}";
        Assert.True(Tool.TryRun("bash", "", out CommandResult result, "-c", $"{{ {script}\n}} 2>&1"), "the tour needs bash");
        Assert.Equal(printed, result.Output.Replace(_folder + "/", "/tmp/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tour_shows_explain_lint_and_uninject() =>
        Assert.All(["webhooks explain", "webhooks lint", "webhooks uninject"], command => Assert.Contains(Blocks, block => ((string)block[0]).Contains(command, StringComparison.Ordinal)));

    /// <summary>An empty line with indented ones on both sides.</summary>
    private static bool IsInside(string[] lines, int at) =>
        lines[at].Length == 0 && at + 1 < lines.Length && lines[at + 1].StartsWith(Indentation, StringComparison.Ordinal)
        && !lines[at + 1].StartsWith(Prompt, StringComparison.Ordinal);
}
