using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Golden;

/// <summary>Every tenth case of lint by the front door.</summary>
public sealed class LintExecutableTests
{
    private const int Step = 10;

    public static TheoryData<string> Cases => [.. LintCases.All.Where((_, index) => index % Step == 0).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_executable_prints_what_the_case_expects(string name)
    {
        string[] problems = LintRun.Problems(LintCases.Named(name), Executable.Run);
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }
}
