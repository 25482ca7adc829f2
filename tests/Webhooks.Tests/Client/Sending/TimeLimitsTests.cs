using Webhooks.Client.Sending;
using Xunit;

namespace Webhooks.Tests.Client.Sending;

public sealed class TimeLimitsTests
{
    [Theory]
    [InlineData(10, 5)]
    [InlineData(40, 20)]
    [InlineData(2, 1)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void K7_leases_have_half_of_the_time_to_renew_and_at_least_a_second(int renewDeadline, int whole)
    {
        TimeLimits limits = TimeLimits.OfLeases(TimeSpan.FromSeconds(renewDeadline));
        Assert.Equal((whole, Math.Min(whole, 10)), (limits.Whole.TotalSeconds, limits.Connect.TotalSeconds));
        Assert.Equal((whole, whole - 1), (limits.Head.TotalSeconds, limits.BodyAfter(TimeSpan.FromSeconds(1)).TotalSeconds));
        Assert.Equal(TimeSpan.Zero, limits.BodyAfter(TimeSpan.FromSeconds(whole + 1)));
    }

    [Fact]
    public void K7_a_body_has_a_minute_whatever_its_head_took() =>
        Assert.Equal((30, 60), (TimeLimits.Default.Head.TotalSeconds, TimeLimits.Default.BodyAfter(TimeSpan.FromSeconds(29)).TotalSeconds));
}
