using Webhooks.Server.Logging;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Logging;

public sealed class LineBudgetTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void So_many_lines_a_second_are_granted_and_the_next_one_says_how_many_were_not()
    {
        LineBudget budget = new(perSecond: 2, _time);
        Assert.Equal([(true, 0), (true, 0), (false, 0), (false, 0), (false, 0)], Enumerable.Range(0, 5).Select(_ => Take(budget)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([(true, 3), (true, 0), (false, 0)], Enumerable.Range(0, 3).Select(_ => Take(budget)));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((true, 1), Take(budget));
    }

    private static (bool, long) Take(LineBudget budget) => (budget.TryTake(out long leftOut), leftOut);
}
