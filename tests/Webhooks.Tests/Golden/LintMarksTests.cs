using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>That a case of lint cannot pass by looking at nothing.</summary>
public sealed class LintMarksTests : IDisposable
{
    private const string Found = "a.yaml:1:5: error: a\n";
    private const string FoundToo = "a.yaml:2:5: error: a\n";
    private readonly string _root = Directory.CreateTempSubdirectory("lint").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void One_error_in_the_line_that_is_marked_is_fine() => Assert.Empty(LintMarks.Problems(Case("broken/b", "a: b # <- here\n"), Found + "a.yaml:9:1: warning: b\n"));

    [Theory]
    [InlineData("broken/b", "a: b\n", Found)] // nothing is marked
    [InlineData("broken/b", "\na: b # <- here\n", Found)] // found elsewhere
    [InlineData("broken/b", "a: b # <- here\n", "")] // nothing is found
    [InlineData("broken/b", "a: b # <- here\n", Found + Found)] // two errors
    [InlineData("broken/b", "a: b # <- here\n", Found + FoundToo)]
    [InlineData("broken/b", "a: b # <- here\n", "a.yaml:1:5: warning: a\n")] // no error
    [InlineData("valid/b", "a: b\n", Found)]
    [InlineData("manifests/b", "a: b\n", "a.yaml:1:5: warning: a\n")]
    [InlineData("manifests/b", "a: b # <- here\n", "")]
    public void A_disagreement_is_a_problem(string name, string text, string output) => Assert.NotEmpty(LintMarks.Problems(Case(name, text), output));

    [Theory]
    [InlineData("broken/b", "a: b # <- here\n", Found + Found, 0)]
    [InlineData("broken/b", "a: b # <- here\n", Found + FoundToo, 0)]
    [InlineData("broken/b", "a: b # <- here\n", Found, 1)] // nothing is special
    [InlineData("broken/b", "a: b # <- here\n", FoundToo, 1)] // what is marked is found all the same
    [InlineData("valid/b", "a: b\n", "", 1)]
    public void A_broken_case_may_say_why_it_is_special(string name, string text, string output, int problems) =>
        Assert.Equal(problems, LintMarks.Problems(Case(name, text, LintCase.Why), output).Count());

    [Fact]
    public void The_folder_itself_is_looked_at()
    {
        Assert.Equal(["broken/b has no expectation: run `make golden` and read what it writes."], Case("broken/b", "a: b\n").Problems());
        Assert.Equal(2, Case("brokn/b", "a: b\n").Problems().Count());
        Assert.Single(Case("valid/b", "a: b\n", LintCase.Expected, "expect").Problems());
        Assert.Single(new LintCase("valid/c", Directory.CreateDirectory(Path.Combine(_root, "valid", "c")).FullName).Problems(), problem => problem.Contains("nothing to look at", StringComparison.Ordinal));
    }

    [Fact]
    public void The_exit_code_is_that_of_the_group()
    {
        LintCase one = Case("broken/b", "a: b # <- here\n");
        CommandResult result = new(1, Found.Replace("a.yaml", one.PathOf("a.yaml"), StringComparison.Ordinal), "1 error\n");
        LintRun.Rewrite(one, _ => result);
        Assert.Empty(LintRun.Problems(one, _ => result));
        Assert.Equal(["broken/b: the exit code is 0, not 1."], LintRun.Problems(one, _ => result with { ExitCode = 0 }));
        Assert.Single(LintRun.Problems(one, _ => result with { Errors = "1 err\n" }));
    }

    private LintCase Case(string name, string text, params string[] others)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "a.yaml"), text);
        foreach (string other in others)
        {
            File.WriteAllText(Path.Combine(folder, other), "");
        }

        return new LintCase(name, folder);
    }
}
