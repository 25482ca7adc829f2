using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>That a case cannot pass by looking at nothing.</summary>
public sealed class GoldenFolderTests : IDisposable
{
    private const int RecordedCases = 108;
    private readonly string _root = Directory.CreateTempSubdirectory("golden").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_cases_are_found() => Assert.InRange(GoldenCases.All.Count, RecordedCases + 50, int.MaxValue);

    [Fact]
    public void A_folder_without_expectations_is_a_problem() =>
        Assert.Equal("a/b has no expectations: run `make golden` and read what it writes.", Assert.Single(Case(("input.yaml", "a: b")).Problems()));

    [Fact]
    public void A_folder_without_an_input_is_a_problem() =>
        Assert.StartsWith("a/b has no input: write one of", Assert.Single(Case(("exit", "2\n")).Problems()), StringComparison.Ordinal);

    [Fact]
    public void Two_inputs_are_a_problem() =>
        Assert.StartsWith(
            "a/b has several inputs", Assert.Single(Case(("input.yaml", ""), ("input.json", ""), ("exit", "2\n")).Problems()), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_no_case_has_is_a_problem() =>
        Assert.Equal(
            "a/b has a file ouput.yaml that no case has: rename or remove it.",
            Assert.Single(Case(("input.yaml", ""), ("ouput.yaml", ""), ("exit", "2\n")).Problems()));

    [Fact]
    public void A_file_beside_the_cases_is_a_problem()
    {
        Case(("input.yaml", ""));
        File.WriteAllText(Path.Combine(_root, "a", "patch.json"), "");
        Assert.Equal("a/patch.json stands in no case: move it into a folder of its own.", Assert.Single(GoldenCases.Strays(_root)));
    }

    [Fact]
    public void Cases_are_found_by_listing() =>
        Assert.Equal(Case(("input.yaml", "")).Name, Assert.Single(GoldenCases.Below(_root)).Name);

    [Fact]
    public void A_stale_expectation_is_shown_with_the_lines_around_it()
    {
        GoldenCase one = Case(("input.yaml", ""), ("output.yaml", "a\nb\nc\nd\ne\nf\n"));
        Assert.Equal(
            "a/b/output.yaml (- expected, + printed; `make golden` rewrites it):\n  line 5:\n    b\n    c\n    d\n  - e\n  + x\n    f\n    \n",
            Assert.Single(GoldenComparison.Problems(one, Printed("output.yaml", "a\nb\nc\nd\nx\nf\n"))));
    }

    [Theory]
    [InlineData("a\n", "")] // nothing is printed any more
    [InlineData("", "a\n")] // an empty file where something is printed
    [InlineData("", "")] // an empty file where none should be
    [InlineData("a\n", "a")] // the last line break counts
    [InlineData("a\n", "a\r\n")]
    public void A_difference_of_any_kind_is_a_problem(string expected, string printed) =>
        Assert.Single(GoldenComparison.Problems(Case(("input.yaml", ""), ("stderr", expected)), Printed("stderr", printed)));

    [Fact]
    public void What_is_printed_and_not_expected_is_a_problem() =>
        Assert.Contains("  + oops", Assert.Single(GoldenComparison.Problems(Case(("input.yaml", "")), Printed("stderr", "oops\n"))), StringComparison.Ordinal);

    [Fact]
    public void Rewriting_writes_what_was_printed_and_removes_the_rest()
    {
        GoldenCase one = Case(("input.yaml", ""), ("stderr", "old\n"));
        GoldenComparison.Rewrite(one, Printed("output.yaml", "\uFEFFa\r\n"));
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'a', 13, 10], File.ReadAllBytes(one.PathOf("output.yaml")));
        Assert.False(one.Has("stderr"));
        Assert.Empty(one.Problems());
    }

    [Fact]
    public void Operations_stand_on_lines_of_their_own_to_the_letter() =>
        Assert.Equal(
            "[\n  {\"op\":\"add\",\"path\":\"/a\",\"value\":1e3},\n  {\"op\":\"remove\",\"path\":\"/b\"}\n]\n[]\n",
            GoldenRun.OperationsOnLines("[{\"op\":\"add\",\"path\":\"/a\",\"value\":1e3},{\"op\":\"remove\",\"path\":\"/b\"}]\n[]\n"));

    private static Dictionary<string, string> Printed(string file, string text) => text.Length == 0 ? [] : new() { [file] = text };

    private GoldenCase Case(params (string File, string Text)[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root, "a", "b")).FullName;
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return new GoldenCase("a/b", folder);
    }
}
