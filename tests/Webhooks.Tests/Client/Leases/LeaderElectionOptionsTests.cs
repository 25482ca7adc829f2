using Webhooks.Client.Leases;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Leases;

public sealed class LeaderElectionOptionsTests
{
    private static readonly LeaderElectionOptions Default = new() { LeaseNamespace = "default", LeaseName = "lock" };

    [Fact]
    public void L8_each_identity_is_the_machines_name_and_a_uuid_of_its_own()
    {
        LeaderElectionOptions other = new() { LeaseNamespace = "default", LeaseName = "lock" };
        Assert.NotEqual(Default.Identity, other.Identity);
        Assert.All(
            (string[])[Default.Identity, other.Identity],
            identity =>
            {
                Assert.StartsWith($"{Environment.MachineName}_", identity, StringComparison.Ordinal);
                Assert.True(Guid.TryParseExact(identity[(Environment.MachineName.Length + 1)..], "D", out _));
            });
    }

    [Fact]
    public void The_defaults_are_client_gos() => Assert.Equal(
        (15, 10, 2, true), (Default.LeaseDuration.TotalSeconds, Default.RenewDeadline.TotalSeconds, Default.RetryPeriod.TotalSeconds, Default.ReleaseOnCancel));

    [Fact]
    public void Options_that_are_right_have_no_problems() => Assert.Empty(Default.Problems());

    [Theory]
    [InlineData("identity", "Identity: must not be empty; leave it out for the machine's name and a UUID")]
    [InlineData("fraction", "LeaseDuration: 15.5 s must be whole seconds, from 1 to 2147483647: a Lease says no fractions")]
    [InlineData("deadline", "RenewDeadline: 15 s must be shorter than LeaseDuration, 15 s, or two may lead at once")]
    [InlineData("retry", "RenewDeadline: 10 s must be longer than 1.2 times RetryPeriod, 8.5 s, or a term ends before it is renewed")]
    [InlineData("no retry", "RetryPeriod: 0 s must be longer than 0 s")]
    [InlineData("budget", "StopBudget: 0 s must be longer than 0 s and no longer than a day")]
    public void What_is_wrong_is_said_with_its_remedy(string wrong, string problem) => Assert.Equal([problem], Wrong(wrong).Problems());

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        LeaderElectionOptions wrong = Default with { LeaseNamespace = "a.b", LeaseName = "A", Identity = " " };
        ArgumentException failure = Assert.Throws<ArgumentException>(() => new LeaderElector(new LeaseLine(new LeaseServer()), wrong, new ManualTime(), new Random(1)));
        Assert.Contains("LeaseNamespace: \"a.b\": ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("LeaseName: \"A\": ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Identity: ", failure.Message, StringComparison.Ordinal);
    }

    private static LeaderElectionOptions Wrong(string wrong) => wrong switch
    {
        "identity" => Default with { Identity = "" },
        "fraction" => Default with { LeaseDuration = TimeSpan.FromSeconds(15.5) },
        "deadline" => Default with { RenewDeadline = TimeSpan.FromSeconds(15) },
        "retry" => Default with { RetryPeriod = TimeSpan.FromSeconds(8.5) },
        "no retry" => Default with { RetryPeriod = TimeSpan.Zero },
        _ => Default with { StopBudget = TimeSpan.Zero },
    };
}
