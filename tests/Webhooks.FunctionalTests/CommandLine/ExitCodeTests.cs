using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

public sealed class ExitCodeTests
{
    private const string Asking = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations: {initializer.kubernetes.io/gone: \"true\"}\nspec: {containers: [{name: web, image: \"web:1\"}]}\n";

    [Fact]
    public void It_is_0_when_all_is_well_warnings_included()
    {
        CommandResult result = Executable.RunWith(Asking, "inject", "-f", "-");
        Assert.Equal((0, Asking), (result.ExitCode, result.Output));
        Assert.Equal("warning: stdin:1:1: Pod/web: initializer.kubernetes.io/gone: no such template; there are none\n", result.Errors);
    }

    [Fact]
    public void It_is_1_when_an_object_is_denied()
    {
        CommandResult result = Executable.RunWith(Asking, "inject", "-f", "-", "--missing-template", "deny");
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("error: denied: stdin:1:1: Pod/web: ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a command is needed")]
    [InlineData("-f", "inject")]
    [InlineData("--what", "inject", "-f", "-", "--what")]
    [InlineData("'toml'", "inject", "-f", "-", "-o", "toml")]
    [InlineData("eject", "eject")]
    [InlineData("a shell is needed", "completion")]
    public void It_is_2_when_the_usage_is_wrong(string expected, params string[] arguments)
    {
        CommandResult result = Executable.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }
}
