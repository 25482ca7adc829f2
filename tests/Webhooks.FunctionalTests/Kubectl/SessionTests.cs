using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>Stock kubectl, told of the in-memory server by nothing but <c>--kubeconfig</c>, prints what it prints of any cluster.</summary>
public sealed class SessionTests(SessionRuns runs) : IClassFixture<SessionRuns>
{
    private const int FewestCommands = 60;

    public static TheoryData<string> Sessions => [.. Session.Names];

    [KubectlTheory]
    [MemberData(nameof(Sessions))]
    public async Task Kubectl_prints_what_the_session_expects(string name)
    {
        string expected = await File.ReadAllTextAsync(Session.PathOf(name));
        string printed = (await runs.ResultOf(name)).ToString();
        if (GoldenComparison.IsRewriting)
        {
            await File.WriteAllTextAsync(Session.PathOf(name), printed);
        }
        else
        {
            Assert.True(printed == expected, $"{name} (- expected, + printed; `make golden-kubectl` rewrites it):\n{LineDiff.Of(expected, printed)}");
        }
    }

    [Fact]
    public void The_sessions_have_enough_commands() =>
        Assert.InRange(Session.Names.Sum(name => Session.Parse(name, File.ReadAllText(Session.PathOf(name))).Steps.Count), FewestCommands, int.MaxValue);
}
