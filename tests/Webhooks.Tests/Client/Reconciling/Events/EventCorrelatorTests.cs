using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Events;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling.Events;

public sealed class EventCorrelatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly EventCorrelator _correlator = new();

    [Fact]
    public void An_event_that_repeats_is_one_that_is_counted()
    {
        EventWrite first = Correlate("made", Start)!;
        Assert.Equal(("made", 1, Start, Start), (first.Message, first.Count, first.First, first.Last));
        EventWrite second = Correlate("made", Start + Minute)!;
        Assert.Equal(first with { Count = 2, Last = Start + Minute }, second);
        EventWrite third = Correlate("made", Start + (30 * Minute))!;
        Assert.Equal(first with { Count = 3, Last = Start + (30 * Minute) }, third);
    }

    [Fact]
    public void Events_of_another_object_type_reason_or_message_are_others()
    {
        HashSet<string> names =
        [
            Correlate("a", Start)!.Name,
            Correlate("b", Start)!.Name,
            Correlate("a", Start, reason: "Kept")!.Name,
            Correlate("a", Start, type: EventType.Warning)!.Name,
            Correlate("a", Start, name: "other")!.Name,
            Correlate("a", Start, uid: "u2")!.Name,
        ];
        Assert.Equal(6, names.Count);
    }

    [Fact]
    public void The_tenth_similar_event_within_ten_minutes_and_those_that_follow_are_told_as_one()
    {
        for (int i = 1; i < 10; i++)
        {
            Assert.Equal(($"m{i}", 1), (Correlate($"m{i}", Start)!.Message, Correlate($"m{i}", Start, name: "spare")!.Count));
        }

        EventWrite tenth = Correlate("m10", Start + Minute)!;
        Assert.Equal(("(combined from similar events): m10", 1), (tenth.Message, tenth.Count));
        EventWrite eleventh = Correlate("m11", Start + Minute)!;
        Assert.Equal(tenth with { Message = "(combined from similar events): m11", Count = 2 }, eleventh);

        EventWrite known = Correlate("m3", Start + Minute)!;
        Assert.Equal(("m3", 2), (known.Message, known.Count));
    }

    [Fact]
    public void After_more_than_ten_minutes_of_silence_similar_events_are_told_one_by_one_again()
    {
        for (int i = 1; i <= 10; i++)
        {
            Correlate($"m{i}", Start);
        }

        Assert.StartsWith("(combined", Correlate("m11", Start + (10 * Minute))!.Message, StringComparison.Ordinal);
        Assert.Equal("m12", Correlate("m12", Start + (20 * Minute) + TimeSpan.FromTicks(1))!.Message);
    }

    [Fact]
    public void An_object_has_25_events_and_one_more_every_five_minutes_which_tells_the_count_of_all()
    {
        for (int i = 1; i <= 25; i++)
        {
            Assert.Equal(i, Correlate("again", Start)!.Count);
        }

        Assert.Null(Correlate("again", Start));
        Assert.Null(Correlate("again", Start + (5 * Minute) - TimeSpan.FromTicks(1)));
        Assert.NotNull(Correlate("again", Start, name: "other"));
        Assert.Equal(28, Correlate("again", Start + (5 * Minute))!.Count);
        Assert.Null(Correlate("again", Start + (5 * Minute)));
        for (int i = 1; i <= 25; i++)
        {
            Assert.NotNull(Correlate("again", Start + TimeSpan.FromDays(1)));
        }

        Assert.Null(Correlate("again", Start + TimeSpan.FromDays(1)));
    }

    [Fact]
    public void An_event_is_named_for_its_object_and_the_time()
    {
        Assert.Equal("one.1886999c36a18000", Correlate("a", Start)!.Name);
        Assert.Equal("one.1886999c36a18001", Correlate("b", Start)!.Name);
        Assert.StartsWith("user.1886", Correlate("a", Start, name: new string('a', 250))!.Name, StringComparison.Ordinal);
        Assert.StartsWith("user.1886", Correlate("a", Start, name: "system:admin")!.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_what_is_in_no_namespace_is_in_the_default_one() =>
        Assert.Equal("default", Correlate("a", Start, space: "")!.Namespace);

    [Fact]
    public void What_was_used_last_is_remembered()
    {
        RecentlyUsed<int, int> used = new(2);
        used.Set(1, 1);
        used.Set(2, 2);
        Assert.True(used.TryGet(1, out _));
        used.Set(3, 3);
        Assert.False(used.TryGet(2, out _));
        Assert.True(used.TryGet(1, out _));
        used.Set(1, 10);
        Assert.True(used.TryGet(1, out int ten));
        Assert.Equal((10, 2), (ten, used.Count));
    }

    [Theory]
    [InlineData("é", 512)]
    [InlineData("€", 341)]
    [InlineData("😀", 256)]
    [InlineData("a", 1024)]
    public void A_message_has_1024_bytes_at_most_and_no_half_a_character(string character, int most)
    {
        string fits = string.Concat(Enumerable.Repeat(character, most));
        Assert.Equal(fits, EventMessage.Bounded(fits));
        Assert.Equal(fits, EventMessage.Bounded(fits + character));
        Assert.Equal(fits, EventMessage.Bounded(fits + fits));
    }

    [Fact]
    public void A_message_that_is_no_Unicode_is_made_so() => Assert.Equal("a\uFFFDb", EventMessage.Bounded("a\uD800b"));

    [Fact]
    public void A_combined_message_is_no_longer_than_any_other()
    {
        string tail = new('x', 1022);
        EventWrite[] writes = [.. Enumerable.Range(10, 11).Select(i => Correlate($"{i}{tail}", Start)!)];
        EventWrite last = writes[^1];
        Assert.Equal(1024, last.Message.Length);
        Assert.StartsWith("(combined from similar events): 20xx", last.Message, StringComparison.Ordinal);
    }

    private EventWrite? Correlate(
        string message, DateTimeOffset at, string name = "one", string uid = "u1", string space = "n", EventType type = EventType.Normal, string reason = "Made") =>
        _correlator.Correlate(new EventNote(new SimilarEvents(new EventSubject("example.com/v1", "User", new ObjectKey(space, name), uid), type, reason), message, at));
}
