using Webhooks.Resources.Api;
using Xunit;
using static Webhooks.Tests.Client.Watching.WatchTexts;

namespace Webhooks.Tests.Client.Watching;

/// <summary>How long a reflector leaves a server alone, and what it does then.</summary>
public sealed class ReflectorBackOffTests
{
    private static readonly Status Failure = Status.InternalError("no");

    [Fact]
    public void R9_each_failure_doubles_the_wait_up_to_half_a_minute()
    {
        List<double> firsts = [];
        for (int seed = 1; seed <= 40; seed++)
        {
            using ReflectorScript script = new(seed: seed);
            script.Refuse("list 0", Failure);
            firsts.Add(script.Waited());
        }

        Assert.All(firsts, first => Assert.InRange(first, 0.8, 1.61));
        Assert.True(firsts.Max() - firsts.Min() > 0.5, "the waits of many are not spread");

        using ReflectorScript long1 = new();
        for (int failures = 0; failures < 60; failures++)
        {
            long1.Refuse("list 0", Failure);
            long1.AssertBacksOff(failures);
        }
    }

    [Fact]
    public void R9_a_success_of_two_minutes_begins_anew()
    {
        using ReflectorScript script = new();
        script.Refuse("list 0", Failure);
        script.AssertBacksOff(0);
        script.Refuse("list 0", Failure);
        script.AssertBacksOff(1);
        script.List("list 0", List("10"));
        ScriptedStream stream = script.Watch("watch 10");
        script.Advance(119);
        ReflectorScript.Send(stream, Error(500, "InternalError"));
        script.AssertBacksOff(2);
        script.List("list 10", List("10"));
        stream = script.Watch("watch 10");
        script.Advance(121);
        ReflectorScript.Send(stream, Error(500, "InternalError"));
        script.AssertBacksOff(0);
        script.List("list 10", List("10"));
        script.Watch("watch 10");
    }

    [Fact]
    public void R9_a_watch_that_ends_in_good_order_is_followed_at_once()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        for (int watch = 10; watch < 20; watch++)
        {
            ReflectorScript.End(script.Watch($"watch {watch}", $"ADDED a@{watch + 1}"));
        }

        ScriptedStream silent = script.Watch("watch 20");
        script.Advance(1);
        ReflectorScript.End(silent);
        ReflectorScript.End(script.Watch("watch 20"));
        Assert.Single(script.Asked, asked => asked.StartsWith("list", StringComparison.Ordinal));

        // That one was short.
        script.AssertBacksOff(0);
        script.List("list 20", List("20"));
        script.Watch("watch 20");
    }

    [Fact]
    public void R9_a_list_a_watch_and_an_error_that_fail_are_each_followed_by_a_wait()
    {
        using ReflectorScript script = new();
        script.Fail("list 0", new TimeoutException("no"));
        script.AssertBacksOff(0);
        script.List("list 0", List("10"));
        script.Refuse("watch 10", Status.Forbidden(new("", "configmaps"), "", "no"));
        script.AssertBacksOff(1);
        script.List("list 10", List("10"));
        script.Watch("watch 10", "ADDED a@11", Error(500, "InternalError"));
        script.AssertBacksOff(2);
        script.List("list 11", List("11", "a@11"));
        ReflectorScript.Break(script.Watch("watch 11"));
        script.AssertBacksOff(3);
        script.Watch("watch 11");
    }

    [Fact]
    public void R11_a_server_with_too_much_to_do_is_asked_for_the_watch_again()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        for (int attempt = 0; attempt < 4; attempt++)
        {
            script.Refuse("watch 10", Status.TooManyRequests("no", 0));
            script.AssertBacksOff(attempt);
        }

        script.Watch("watch 10", "ADDED a@11");
        Assert.Equal(["list 0", "watch 10", "watch 10", "watch 10", "watch 10", "watch 10"], script.Asked);
    }

    [Fact]
    public void R11_a_server_that_is_not_there_is_asked_for_the_watch_again()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        script.Fail("watch 10", new HttpRequestException("connection refused"));
        script.AssertBacksOff(0);
        script.Watch("watch 10", Error(429, "TooManyRequests"));
        script.AssertBacksOff(1);
        script.Watch("watch 10");
        Assert.Single(script.Asked, asked => asked.StartsWith("list", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void R11_the_server_says_how_long_to_wait_when_that_is_longer(bool inHeader)
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        script.Refuse("watch 10", Status.TooManyRequests("no", inHeader ? 0 : 20), inHeader ? 20 : null);
        Assert.Equal(20, script.Waited());
        script.Refuse("watch 10", Status.TooManyRequests("no", 1), 1);
        script.AssertBacksOff(1);
        script.Refuse("watch 10", Status.TooManyRequests("no", int.MaxValue));
        Assert.Equal(3600, script.Waited());
        script.Watch("watch 10");
    }
}
