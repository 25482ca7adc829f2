using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Transcripts;

public sealed class BindingTests
{
    private const string First = "00000000-0000-4000-8000-000000000001";
    private const string Second = "00000000-0000-4000-8000-000000000002";

    private readonly Comparing _comparing = new();

    [Fact]
    public void The_same_placeholder_is_the_same_value()
    {
        Assert.Null(_comparing.Text("<uid:1>", First));
        Assert.Null(_comparing.Text("(<uid:1>)", $"({First})"));
        Assert.Contains(First, _comparing.Text("<uid:1>", Second), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_objects_have_not_the_same_uid()
    {
        Assert.Null(_comparing.Text("<uid:1>", First));
        Assert.Contains("another object than <uid:1>", _comparing.Text("<uid:2>", First), StringComparison.Ordinal);
    }

    [Fact]
    public void Twice_in_one_text_is_twice_the_same() =>
        Assert.NotNull(_comparing.Text("<rv:1> and <rv:1>", "5 and 6"));

    [Theory]
    [InlineData("<rv:2>", "10", "<rv:5>", "11", true)]
    [InlineData("<rv:2>", "9", "<rv:5>", "10", true)] // by number, not as text
    [InlineData("<rv:5>", "11", "<rv:2>", "10", true)]
    [InlineData("<rv:2>", "11", "<rv:5>", "10", false)]
    [InlineData("<rv:5>", "10", "<rv:2>", "11", false)]
    [InlineData("<rv:2>", "10", "<rv:5>", "10", false)]
    [InlineData("<rv:2>", "10", "<listrv:5>", "10", true)]
    [InlineData("<rv:2>", "10", "<listrv:5>", "9", false)]
    [InlineData("<listrv:2>", "10", "<rv:5>", "10", true)]
    [InlineData("<listrv:2>", "11", "<rv:5>", "10", false)]
    [InlineData("<listrv:2>", "11", "<listrv:5>", "10", true)]
    [InlineData("<listrv:2>", "11", "<listrv:2>", "11", true)]
    [InlineData("<listrv:2>", "11", "<listrv:2>", "12", false)]
    public void Versions_are_in_the_order_of_their_numbers(string first, string value, string second, string other, bool isRight)
    {
        Assert.Null(_comparing.Text(first, value));
        Assert.Equal(isRight, _comparing.Text(second, other) is null);
    }

    [Theory]
    [InlineData("<time>", "2026-01-02T03:04:05Z", true)]
    [InlineData("<time>", "2026-01-02T03:04:05.000000Z", false)]
    [InlineData("<time>", "2026-01-02T03:04:05+00:00", false)]
    [InlineData("<microtime>", "2026-01-02T03:04:05.123456Z", true)]
    [InlineData("<microtime>", "2026-01-02T03:04:05Z", false)]
    [InlineData("<age>", "5m3s", true)]
    [InlineData("<age>", "0s", true)]
    [InlineData("<age>", "<unknown>", false)]
    [InlineData("<number>", "17", true)]
    [InlineData("<number>", "", false)]
    [InlineData("<uid:1>", "00000000", false)]
    [InlineData("a-<suffix:1>", "a-x2z4b", true)]
    [InlineData("a-<suffix:1>", "a-x2z4", false)]
    [InlineData("a-<suffix:1>", "a-aeiou", false)]
    [InlineData("<rv:1>", "0", false)]
    [InlineData("<rv:1>", "", false)]
    [InlineData("<continue:1>", "", false)]
    [InlineData("<text>", "any\nlines", true)]
    [InlineData("a <text> b", "a  b", true)]
    [InlineData("a <text> b", "a b", false)]
    [InlineData("<none>", "<none>", true)] // no placeholder
    [InlineData("<none>", "x", false)]
    public void A_placeholder_takes_values_of_its_form(string expected, string got, bool isRight) =>
        Assert.Equal(isRight, _comparing.Text(expected, got) is null);

    [Theory]
    [InlineData("2026-01-01T12:00:00Z", true)]
    [InlineData("2026-01-01T12:00:01Z", true)]
    [InlineData("2026-01-01T12:00:02Z", false)]
    [InlineData("2026-01-01T11:59:59Z", false)]
    public void A_time_of_creation_may_be_followed_by_that_of_the_next_second(string second, bool isRight)
    {
        Bindings bindings = new();
        Assert.Null(PlaceholderText.Compare("<time:c1>", "2026-01-01T12:00:00Z", bindings));
        Assert.Equal(isRight, PlaceholderText.Compare("<time:c1>", second, bindings) is null);
    }

    [Fact]
    public void A_request_sends_what_an_answer_gave()
    {
        Bindings bindings = new();
        Assert.Null(PlaceholderText.Compare("<continue:1>", "a=", bindings));
        Assert.Equal("?continue=a%3D", PlaceholderText.Fill("?continue=<continue:1>", bindings, Uri.EscapeDataString));
        Assert.Contains("<rv:1>", Assert.Throws<UnboundException>(() => PlaceholderText.Fill("<rv:1>", bindings)).Message, StringComparison.Ordinal);
    }
}
