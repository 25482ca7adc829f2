using Webhooks.Shared;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

public sealed class UninjectTests
{
    private const string Doubtful =
        "# kept\napiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations: {initializer.kubernetes.io/status: '{}'}\nspec: {containers: [{name: web, image: \"web:1\"}]}\n";

    private static readonly string Sample = Repository.PathOf("deploy", "samples", "helloworld.yaml");
    private static readonly string Templates = Repository.PathOf("deploy", "samples", "templates");

    [Fact]
    public void It_gives_back_what_inject_took()
    {
        string injected = Executable.Run("inject", "-f", Sample, "--templates", Templates).Output;
        CommandResult result = Executable.RunWith(injected, "uninject", "-f", "-", "-o", "json");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Equal(Executable.Run("inject", "-f", Sample, "-o", "json").Output, result.Output);
    }

    [Fact]
    public void What_holds_nothing_of_templates_stays_byte_for_byte() =>
        Assert.Equal(new CommandResult(0, File.ReadAllText(Sample), ""), Executable.Run("uninject", "-f", Sample));

    [Fact]
    public void A_status_that_proves_nothing_gives_a_warning_and_its_object_stays_byte_for_byte() => Assert.Equal(
        new CommandResult(
            0,
            Doubtful,
            "warning: stdin:2:1: Pod/web: initializer.kubernetes.io/status proves nothing, so nothing is taken off: it lists nothing\n"),
        Executable.RunWith(Doubtful, "uninject", "-f", "-"));

    [Fact]
    public void An_AdmissionReview_is_passed_through_with_a_note()
    {
        string file = Repository.PathOf("tests", "Golden", "reviews", "create-pods", "input.json");
        CommandResult result = Executable.Run("uninject", "-f", file);
        Assert.Equal((0, File.ReadAllText(file)), (result.ExitCode, result.Output));
        Assert.StartsWith($"note: {file}:1:1: AdmissionReview: passed through as it came; ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void It_prints_patches_and_diffs_too()
    {
        string injected = Executable.Run("inject", "-f", Sample, "--templates", Templates).Output;
        Assert.StartsWith("[{\"op\":\"remove\",", Executable.RunWith(injected, "uninject", "-f", "-", "-o", "patch").Output, StringComparison.Ordinal);
        Assert.Contains("\n-      - name: logging-agent\n", Executable.RunWith(injected, "uninject", "-f", "-", "-o", "diff").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-f", "uninject")]
    [InlineData("--templates", "uninject", "-f", "-", "--templates", "deploy/samples/templates")]
    [InlineData("--old", "uninject", "-f", "-", "--old", "README.md")]
    [InlineData("'text'", "uninject", "-f", "-", "-o", "text")]
    [InlineData("gone.yaml: no such file or folder", "uninject", "-f", "gone.yaml")]
    public void Wrong_usage_is_exit_code_2(string expected, params string[] arguments)
    {
        CommandResult result = Executable.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }
}
