using System.Collections.Immutable;
using Webhooks.Client.Reconciling.Statuses;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling.Statuses;

public sealed class ConditionListTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void C7_a_condition_keeps_its_time_as_long_as_its_status_stays()
    {
        ImmutableArray<Condition> conditions = ((ImmutableArray<Condition>)[]).With(Condition.False("Ready", "Waiting", "for a quota", 1), Start.AddMilliseconds(700));
        Assert.Equal(Start, Assert.Single(conditions).LastTransitionTime);

        conditions = conditions.With(Condition.False("Ready", "Waiting", "for a network", 2), Start.AddMinutes(1));
        Assert.Equal(
            new Condition { Type = "Ready", Status = "False", Reason = "Waiting", Message = "for a network", ObservedGeneration = 2, LastTransitionTime = Start },
            Assert.Single(conditions));

        conditions = conditions.With(Condition.True("Ready", "Done", "", 2), Start.AddMinutes(2));
        Assert.Equal(Start.AddMinutes(2), Assert.Single(conditions).LastTransitionTime);
        conditions = conditions.With(Condition.Unknown("Ready", "Lost", "", 2), Start.AddMinutes(3));
        Assert.Equal(Start.AddMinutes(3), Assert.Single(conditions).LastTransitionTime);
        conditions = conditions.With(Condition.Unknown("Ready", "Lost", "", 3), Start.AddMinutes(4));
        Assert.Equal(Start.AddMinutes(3), Assert.Single(conditions).LastTransitionTime);
    }

    [Fact]
    public void C7_the_time_that_a_condition_brings_along_is_not_looked_at()
    {
        Condition late = Condition.True("Ready", "Done", "", 1) with { LastTransitionTime = Start.AddYears(1) };
        ImmutableArray<Condition> conditions = default(ImmutableArray<Condition>).With(late, Start);
        Assert.Equal(Start, conditions.With(late, Start.AddHours(1))[0].LastTransitionTime);
    }

    [Fact]
    public void A_condition_without_a_time_gets_one()
    {
        ImmutableArray<Condition> conditions = [Condition.True("Ready", "Done", "", 1)];
        Assert.Equal(Start, conditions.With(Condition.True("Ready", "Done", "", 1), Start)[0].LastTransitionTime);
    }

    [Fact]
    public void Conditions_keep_their_places_and_those_of_others_stay()
    {
        ImmutableArray<Condition> conditions = [Condition.True("A", "a", "", 1), Condition.True("B", "b", "", 1), Condition.True("C", "c", "", 1)];
        ImmutableArray<Condition> changed = conditions.With(Condition.False("B", "x", "", 2), Start).With(Condition.True("D", "d", "", 2), Start);
        Assert.Equal(["A", "B", "C", "D"], changed.Select(condition => condition.Type));
        Assert.Equal((conditions[0], conditions[2]), (changed[0], changed[2]));
        Assert.True(changed.IsTrue("A"));
        Assert.False(changed.IsTrue("B"));
        Assert.False(changed.IsTrue("E"));
        Assert.Equal(["A", "C", "D"], changed.Without("B").Without("E").Select(condition => condition.Type));
    }
}
