using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>That a case of validate cannot pass by looking at nothing.</summary>
public sealed class ValidateRunTests : IDisposable
{
    private const string Found = "a.yaml:1:5: The User \"a\" is invalid: a: b\n";
    private readonly string _root = Directory.CreateTempSubdirectory("validate").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("refused/b", "a: b # <- here\n", Found, 1, true)]
    [InlineData("refused/b", "a: b # <- here\n", "* " + Found, 1, true)]
    [InlineData("unreadable/b", "a: b # <- here\n", "error: a.yaml:1:5: no\n", 2, true)]
    [InlineData("valid/b", "a: b\n", "a.yaml:1:1: user/a is valid\n", 0, true)]
    [InlineData("refused/b", "a: b\n", Found, 1, false)] // nothing is marked
    [InlineData("refused/b", "\na: b # <- here\n", Found, 1, false)] // found elsewhere
    [InlineData("refused/b", "a: b # <- here\n", "", 1, false)] // nothing is found
    [InlineData("refused/b", "a: b # <- here\n", Found, 0, false)] // not the group's exit code
    [InlineData("refsed/b", "a: b # <- here\n", Found, 1, false)] // no such group
    public void Places_and_exit_codes_are_held_to(string name, string text, string output, int exitCode, bool isFine)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "a.yaml"), text);
        ValidateCase one = new(name, folder);
        CommandResult result = new(exitCode, output, "");
        ValidateRun.Rewrite(one, (_, _) => result);
        Assert.Equal(isFine, ValidateRun.Problems(one, (_, _) => result).Length == 0);
    }

    [Fact]
    public void The_command_line_is_that_of_the_files()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, "updates", "b")).FullName;
        foreach (string file in new[] { "a.json", "crd.yaml", "expected", "expected.json", "old.yaml" })
        {
            File.WriteAllText(Path.Combine(folder, file), "");
        }

        ValidateCase one = new("updates/b", folder);
        Assert.Equal(
            ["validate", "-f", one.PathOf("a.json"), "--crd", one.PathOf("crd.yaml"), "--old", one.PathOf("old.yaml"), "-o", "json"],
            one.Arguments("json"));
    }
}
