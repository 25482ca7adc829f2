using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

public sealed class LintTests : IDisposable
{
    private const string Broken = "kind: ConfigMap\nmetadata: {name: agent-initializer}\ndata:\n  config: |\n    containers:\n    - name: a\n";
    private const string Privileged = "containers:\n- name: a\n  image: i\n  securityContext:\n    privileged: true\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("webhooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_samples_have_no_errors_and_no_warnings()
    {
        CommandResult result = Executable.Run("lint", "deploy/samples");
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith(" 2 templates, 0 errors, 0 warnings, 8 notes\n", result.Errors, StringComparison.Ordinal);
        Assert.All(
            result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches(@"^deploy/samples/templates/[a-z-]+\.yaml:\d+:\d+: note: .* \[restricted\]$", line));
    }

    [Fact]
    public void Standard_input_is_named_by_a_dash() => Assert.Equal(
        new CommandResult(
            1,
            "stdin:6:7: error: containers[0].image: Required value; give the container an image\n",
            "1 file, 1 template, 1 error, 0 warnings, 0 notes\n"),
        Executable.RunWith(Broken, "lint", "-"));

    [Fact]
    public void A_warning_is_no_failure()
    {
        string file = Write("agent.yaml", Privileged);
        Assert.Equal(
            new CommandResult(
                0,
                $"{file}:5:17: warning: privileged (container \"a\" must not set securityContext.privileged=true) [baseline]\n",
                "1 file, 1 template, 0 errors, 1 warning, 0 notes\n"),
            Executable.Run("lint", file, "--pod-security", "baseline"));
    }

    [Fact]
    public void Json_is_one_object_per_line() => Assert.Equal(
        "{\"file\":\"stdin\",\"line\":6,\"column\":7,\"severity\":\"error\",\"check\":\"template\",\"level\":null,\"template\":\"agent\","
            + "\"message\":\"containers[0].image: Required value; give the container an image\"}\n",
        Executable.RunWith(Broken, "lint", "-", "-o", "json").Output);

    [Fact]
    public void Folders_files_and_standard_input_are_looked_at_together()
    {
        Write("templates/agent.yaml", Privileged);
        string pod = Write("pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    initializer.kubernetes.io/agent: 'true'\n");
        CommandResult result = Executable.RunWith(
            "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    initializer.kubernetes.io/agnt: 'true'\n",
            "lint", $"{_folder}/templates", pod, "-", "--pod-security", "privileged");
        Assert.Equal(
            new CommandResult(
                0,
                "stdin:5:5: warning: initializer.kubernetes.io/agnt: no such template in these files; did you mean \"agent\"?\n",
                "3 files, 1 template, 0 errors, 1 warning, 0 notes\n"),
            result);
    }

    [Fact]
    public void A_document_that_cannot_be_read_is_an_error_and_the_others_are_looked_at()
    {
        string file = Write("all.yaml", "kind: [\n---\n" + Broken);
        CommandResult result = Executable.Run("lint", file);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"\n{file}:8:7: error: containers[0].image: ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith(" 2 errors, 0 warnings, 0 notes\n", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone.yaml: no such file or folder", "lint", "gone.yaml")]
    [InlineData("Required argument missing", "lint")]
    [InlineData("'yaml'", "lint", "-", "-o", "yaml")]
    [InlineData("'enforce'", "lint", "-", "--pod-security", "enforce")]
    [InlineData("--annotation-prefix: ", "lint", "-", "--annotation-prefix", "_")]
    public void Wrong_usage_and_files_that_are_not_there_are_exit_code_2(string expected, params string[] arguments)
    {
        CommandResult result = Executable.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_files_is_exit_code_2() =>
        Assert.Equal(new CommandResult(2, "", $"error: {_folder}: no .yaml, .yml, .json file in this folder\n"), Executable.Run("lint", _folder));

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
