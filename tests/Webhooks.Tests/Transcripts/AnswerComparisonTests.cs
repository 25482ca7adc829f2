using System.Text;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Transcripts;

public sealed class AnswerComparisonTests
{
    private static readonly RecordedResponse Recorded = Comparing.Recorded("""{"kind":"A"}""");
    private static readonly Answer Answered = Comparing.Answered("""{"kind":"A"}""");

    private readonly Comparing _comparing = new();

    [Fact]
    public void The_recorded_answer_has_no_difference() =>
        Assert.Empty(_comparing.Paths(Recorded, Answered));

    [Fact]
    public void Another_status_is_the_only_difference_that_is_told() =>
        Assert.Equal(["status"], _comparing.Paths(Recorded with { Status = 404 }, Answered));

    [Fact]
    public void Headers_count_absent_ones_too()
    {
        Assert.Equal(["headers.Content-Type"], _comparing.Paths(Recorded, Answered with { ContentType = "application/json; charset=utf-8" }));
        Assert.Equal(["headers.Content-Type"], _comparing.Paths(Recorded with { ContentType = null }, Answered));
        Assert.Equal(["headers.Warning"], _comparing.Paths(Recorded with { Warnings = ["a", "b"] }, Answered with { Warnings = ["a"] }));
        Assert.Equal(["headers.Warning"], _comparing.Paths(Recorded, Answered with { Warnings = ["a"] }));
        Assert.Equal(["headers.Retry-After"], _comparing.Paths(Recorded with { RetryAfter = "1" }, Answered));
        Assert.Equal(["headers.Retry-After"], _comparing.Paths(Recorded, Answered with { RetryAfter = "1" }));
    }

    [Fact]
    public void Headers_of_a_part_count_only_if_shown()
    {
        RecordedResponse part = Recorded with { IsPartial = true, ContentType = null };
        Assert.Empty(_comparing.Paths(part, Answered with { Warnings = ["a"] }));
        Assert.Equal(["headers.Warning"], _comparing.Paths(part with { Warnings = ["b"] }, Answered with { Warnings = ["a"] }));
    }

    [Fact]
    public void An_answer_without_a_body_is_empty()
    {
        RecordedResponse empty = new(200);
        Assert.Empty(_comparing.Paths(empty, new Answer(200) { Body = [] }));
        Assert.Equal(["text"], _comparing.Paths(empty, new Answer(200) { Body = [32] }));
    }

    [Fact]
    public void A_text_may_hold_placeholders()
    {
        RecordedResponse text = new(200) { Text = "a: <rv:1>\n" };
        Assert.Empty(_comparing.Paths(text, new Answer(200) { Body = "a: 5\n"u8.ToArray() }));
        Assert.Equal(["text"], _comparing.Paths(text, new Answer(200) { Body = "a: 6\n"u8.ToArray() }));
        Assert.Equal(["text"], _comparing.Paths(text, new Answer(200) { Body = "a: 5"u8.ToArray() }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"kind":"A","kind":"A"}""")]
    public void A_body_that_is_no_JSON_is_a_difference(string got) =>
        Assert.Equal(["body"], _comparing.Paths(Recorded, Answered with { Body = Encoding.UTF8.GetBytes(got) }));

    [Fact]
    public void Of_setup_only_the_status_counts_and_what_it_teaches()
    {
        Bindings bindings = new();
        ComparisonRules rules = new(ShowsManagedFields: false);
        Assert.Empty(AnswerComparison.CompareSetup(Recorded, Comparing.Answered("""{"kind":"B"}""") with { Warnings = ["a"] }, bindings, rules));
        Assert.Single(AnswerComparison.CompareSetup(Recorded with { Status = 201 }, Answered, bindings, rules));
        RecordedResponse teaching = Comparing.Recorded("""{"metadata":{"resourceVersion":"<rv:1>"}}""") with { IsPartial = true };
        Assert.Empty(AnswerComparison.CompareSetup(teaching, Comparing.Answered("""{"metadata":{"resourceVersion":"7","uid":"x"}}"""), bindings, rules));
        Assert.Equal("7", bindings.ValueOf("<rv:1>"));
    }

    [Fact]
    public void A_difference_is_one_line() =>
        Assert.Equal(
            "body.kind: expected \"A\", got \"B\"",
            Assert.Single(_comparing.Differences(Recorded, Comparing.Answered("""{"kind":"B"}"""))).ToString());

    [Fact]
    public void Long_values_are_shown_from_where_they_part()
    {
        string line = new Difference("text", new string('a', 1000) + "b\n", new string('a', 1000) + "c").ToString();
        Assert.Equal($"text: expected …{new string('a', 60)}b⏎, got …{new string('a', 60)}c", line);
    }
}
