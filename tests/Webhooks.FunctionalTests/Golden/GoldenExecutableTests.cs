using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Golden;

/// <summary>Every golden case by the front door.</summary>
public sealed class GoldenExecutableTests(GoldenRuns runs) : IClassFixture<GoldenRuns>
{
    public static TheoryData<string> Cases => [.. GoldenCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_executable_prints_what_the_case_expects(string name)
    {
        string[] problems = await runs.ProblemsOf(name);
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }
}
