using System.Text.Json;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>Every case of lint through the command line, in this process.</summary>
public sealed class GoldenLintTests
{
    public static TheoryData<string> Cases => [.. LintCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lint_prints_what_the_case_expects(string name)
    {
        GoldenRewriting.WhenAsked();
        string[] problems = LintRun.Problems(LintCases.Named(name), InProcess.Run);
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_formats_say_the_same(string name)
    {
        LintCase one = LintCases.Named(name);
        string[] objects = InProcess.Run(one.Arguments("json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(InProcess.Run(one.Arguments("text")).Output, string.Concat(objects.Select(Line)));
    }

    [Fact]
    public void The_cases_are_found()
    {
        Assert.InRange(LintCases.All.Count(one => one.IsBroken), 250, int.MaxValue);
        Assert.InRange(LintCases.All.Count(one => one.IsValid), 35, int.MaxValue);
        Assert.InRange(LintCases.All.Count(one => !one.IsBroken && !one.IsValid), 15, int.MaxValue);
        Assert.Empty(GoldenCases.Strays(LintCases.Root));
    }

    private static string Line(string json)
    {
        JsonElement finding = JsonDocument.Parse(json).RootElement;
        string level = finding.GetProperty("level").GetString() is { } most ? $" [{most}]" : "";
        return $"{finding.GetProperty("file")}:{finding.GetProperty("line")}:{finding.GetProperty("column")}: {finding.GetProperty("severity")}: {finding.GetProperty("message")}{level}\n";
    }
}
