using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Golden;

/// <summary>Every tenth case of <c>validate</c> and <c>check-crd</c> by the front door.</summary>
public sealed class ValidateExecutableTests
{
    private const int Step = 10;

    public static TheoryData<string> Cases => [.. ValidateCases.All.Where((_, index) => index % Step == 0).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_executable_prints_what_the_case_expects(string name)
    {
        string[] problems = ValidateRun.Problems(ValidateCases.Named(name), Executable.RunWith);
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }
}
