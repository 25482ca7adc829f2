using System.Text.Json.Nodes;
using Webhooks.Shared.Golden;
using Webhooks.Tests.Golden;
using Xunit;

namespace Webhooks.Tests.Linting;

public sealed class LintCommandTests : IDisposable
{
    private const string Template = "volumes: [{name: v, hostPath: {path: /}}, {name: w, nfs: {server: s, path: /}}]\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("webhooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Findings_are_printed_as_compilers_do_and_counted()
    {
        string file = Write("agent.yaml", Template);
        Write("pod.yaml", Lints.Pod("initializer.kubernetes.io/agnt: 'true'"));
        Assert.Equal(
            new CommandResult(
                0,
                $"""
                {file}:1:31: warning: hostPath volumes (volume "v"); take another kind of volume, such as emptyDir [baseline]
                {file}:1:58: note: restricted volume types (volume "w" uses restricted volume type "nfs"); mount a persistentVolumeClaim [restricted]
                {_folder}/pod.yaml:5:17: warning: initializer.kubernetes.io/agnt: no such template in these files; did you mean "agent"?

                """,
                "2 files, 1 template, 0 errors, 2 warnings, 1 note\n"),
            InProcess.Run("lint", _folder));
    }

    [Fact]
    public void An_error_is_a_finding()
    {
        string file = Write("agent.yaml", "containers: [{name: a}]\n");
        Assert.Equal(
            new CommandResult(
                1,
                $"{file}:1:14: error: containers[0].image: Required value; give the container an image\n",
                "1 file, 1 template, 1 error, 0 warnings, 0 notes\n"),
            InProcess.Run("lint", file));
    }

    [Theory]
    [InlineData("privileged", 0)]
    [InlineData("baseline", 1)]
    [InlineData("restricted", 2)]
    public void The_level_is_an_option(string level, int findings) =>
        Assert.Equal(findings, InProcess.Run("lint", Write("agent.yaml", Template), "--pod-security", level).Output.Count(next => next == '\n'));

    [Fact]
    public void Json_has_every_member_in_every_line()
    {
        Write("agent.yaml", Template);
        Write("pod.yaml", Lints.Pod("initializer.kubernetes.io/agnt: 'true'"));
        string[] lines = InProcess.Run("lint", _folder, "-o", "json").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(
            ["file", "line", "column", "severity", "check", "level", "template", "message"],
            JsonNode.Parse(line)!.AsObject().Select(member => member.Key)));
        Assert.Equal(
            $$"""{"file":"{{_folder}}/agent.yaml","line":1,"column":58,"severity":"note","check":"restrictedVolumes","level":"restricted","template":"agent","message":"restricted volume types (volume \"w\" uses restricted volume type \"nfs\"); mount a persistentVolumeClaim"}""",
            lines[1]);
        Assert.Contains("\"check\":\"annotation-key\",\"level\":null,\"template\":null,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_twice_is_read_once()
    {
        string file = Write("agent.yaml", "volumes: [{name: v}]\n");
        Assert.Equal(new CommandResult(0, "", "1 file, 1 template, 0 errors, 0 warnings, 0 notes\n"), InProcess.Run("lint", _folder, file, $"{_folder}/../{Path.GetFileName(_folder)}"));
    }

    [Fact]
    public void The_prefix_is_an_option_and_ends_with_a_slash()
    {
        Write("agent.yaml", "volumes: [{name: v}]\n");
        string file = Write("pod.yaml", Lints.Pod("inject.example.com/agnt: 'true'"));
        Assert.Equal("", InProcess.Run("lint", _folder).Output);
        Assert.StartsWith($"{file}:5:17: warning: inject.example.com/agnt: ", InProcess.Run("lint", _folder, "--annotation-prefix", "inject.example.com").Output, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
