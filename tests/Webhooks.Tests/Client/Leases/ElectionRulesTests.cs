using Webhooks.Client.Leases;
using Xunit;

namespace Webhooks.Tests.Client.Leases;

public sealed class ElectionRulesTests
{
    private static readonly DateTimeOffset Date = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly LeaseRecord Others = new("b", 20, "x", "y", 3);
    private static readonly LeaseRecord Own = new("a", 15, "x", "y", 3);

    private readonly ElectionRules _rules = new("a", Seconds(15));

    [Theory]
    [InlineData(20, 19.999, 0.001)] // The record's own duration counts.
    [InlineData(20, 20, 0)]
    [InlineData(1, 0.5, 0.5)]
    [InlineData(0, 5, 10)] // None said: the own.
    [InlineData(-1, 15, 0)]
    [InlineData(long.MaxValue, 47, int.MaxValue - 47.0)]
    public void L2_anothers_record_is_waited_for_from_its_first_sight(long duration, double passed, double left)
    {
        LeaseSight? sight = ElectionRules.See(null, Others with { DurationSeconds = duration }, Seconds(100));
        LeaseStep step = _rules.AsCandidate(sight, isThere: true, Seconds(100 + passed), Date);
        if (left > 0)
        {
            Assert.Equal(left, Assert.IsType<LeaseStep.Wait>(step).Time.TotalSeconds, 0.000_001);
        }
        else
        {
            Assert.Equal(new LeaseRecord("a", 15, "2026-01-02T03:04:05.000000Z", "2026-01-02T03:04:05.000000Z", 4), Assert.IsType<LeaseStep.Write>(step).Record);
        }
    }

    [Fact]
    public void L2_the_wait_begins_anew_with_each_change_and_with_nothing_else()
    {
        LeaseSight? first = ElectionRules.See(null, Others, Seconds(1));
        LeaseSight? same = ElectionRules.See(first, Others with { }, Seconds(2));
        LeaseSight? renewed = ElectionRules.See(same, Others with { RenewTime = "z" }, Seconds(3));
        Assert.Equal((Seconds(1), Seconds(1), Seconds(3)), (first!.Since, same!.Since, renewed!.Since));
    }

    [Fact]
    public void L2_who_held_a_lease_that_is_deleted_is_waited_for()
    {
        LeaseSight? sight = ElectionRules.See(ElectionRules.See(null, Others, Seconds(1)), null, Seconds(2));
        Assert.Equal(new LeaseStep.Wait(Seconds(1)), _rules.AsCandidate(sight, isThere: false, Seconds(20), Date));
        Assert.Equal(0, Assert.IsType<LeaseStep.Write>(_rules.AsCandidate(sight, isThere: false, Seconds(21), Date)).Record.Transitions);
    }

    [Theory]
    [InlineData("", 4, "2026-01-02T03:04:05.000000Z")] // Given back: the holder changes.
    [InlineData("a", 3, "x")] // One's own, whose answer was lost: it does not.
    public void A_lease_that_is_nobodys_or_ones_own_is_written_at_once(string holder, int transitions, string acquired)
    {
        LeaseSight sight = new(Others with { Holder = holder }, Seconds(1));
        LeaseRecord written = Assert.IsType<LeaseStep.Write>(_rules.AsCandidate(sight, isThere: true, Seconds(1), Date)).Record;
        Assert.Equal(new LeaseRecord("a", 15, acquired, "2026-01-02T03:04:05.000000Z", transitions), written);
    }

    [Fact]
    public void A_leader_goes_on_by_its_own_record_alone()
    {
        Assert.IsType<LeaseStep.Write>(_rules.AsLeader(Own, Date));
        Assert.IsType<LeaseStep.GiveUp>(_rules.AsLeader(Others, Date));
        Assert.IsType<LeaseStep.GiveUp>(_rules.AsLeader(Own with { Holder = "" }, Date));
        Assert.IsType<LeaseStep.GiveUp>(_rules.AsLeader(null, Date));
    }

    [Fact]
    public void A_renewal_changes_the_record_even_while_the_clock_shows_the_same()
    {
        LeaseRecord renewed = _rules.Renewed(Own, Date);
        Assert.Equal("2026-01-02T03:04:05.000000Z", renewed.RenewTime);
        Assert.Equal("2026-01-02T03:04:05.000001Z", _rules.Renewed(renewed, Date).RenewTime);
    }

    [Fact]
    public void Transitions_stay_within_what_the_field_takes()
    {
        LeaseSight sight = new(Others with { Holder = "", Transitions = int.MaxValue }, Seconds(1));
        Assert.Equal(int.MaxValue, Assert.IsType<LeaseStep.Write>(_rules.AsCandidate(sight, isThere: true, Seconds(1), Date)).Record.Transitions);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
