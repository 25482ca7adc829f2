using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>Every case through the command line, in this process.</summary>
public sealed class GoldenCommandTests
{
    public static TheoryData<string> Cases => [.. GoldenCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_command_prints_what_the_case_expects(string name)
    {
        GoldenRewriting.WhenAsked();
        GoldenCase one = GoldenCases.Named(name);
        string[] problems = [.. one.Problems(), .. GoldenComparison.Problems(one, GoldenRun.Of(one, InProcess.Run))];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Fact]
    public void Every_file_belongs_to_a_case() => Assert.Empty(GoldenCases.Strays(GoldenCases.Root));
}
