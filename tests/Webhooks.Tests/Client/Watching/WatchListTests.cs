using Webhooks.Resources.Api;
using Xunit;
using static Webhooks.Tests.Client.Watching.WatchTexts;

namespace Webhooks.Tests.Client.Watching;

/// <summary>Lists that come as watches.</summary>
public sealed class WatchListTests
{
    private static readonly Status Unknown = Status.Invalid(new("meta.k8s.io", "ListOptions"), "", [new("FieldValueForbidden", "Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled", "sendInitialEvents")]);

    [Fact]
    public void R13_nothing_is_shown_before_everything_is_there_and_the_same_watch_goes_on()
    {
        using ReflectorScript script = new(usesWatchList: true);
        Assert.Equal(("true", "NotOlderThan", "true", ""), (script.Next["sendInitialEvents"], script.Next["resourceVersionMatch"], script.Next["allowWatchBookmarks"], script.Next["resourceVersion"]));
        ScriptedStream stream = script.Watch("watchlist", "ADDED a@1", "ADDED b@2", "ADDED c@3", "MODIFIED a@11", "BOOKMARK 12", "DELETED b@13");
        Assert.Empty(script.Sink.Calls);
        ReflectorScript.Send(stream, "END 14");
        Assert.Equal("a@11 c@3", script.Sink.Shown);
        ReflectorScript.Send(stream, "MODIFIED c@15");
        Assert.Equal(["= a@11 c@3", "+c@15"], script.Sink.Calls);
        ReflectorScript.Break(stream);
        script.Watch("watch 15");
        Assert.Equal(["watchlist", "watch 15"], script.Asked);
    }

    [Fact]
    public void R1_a_list_as_a_watch_begins_where_the_last_one_was_and_after_a_410_at_the_latest()
    {
        using ReflectorScript script = new(usesWatchList: true);
        ReflectorScript.End(script.Watch("watchlist", "END 10"));
        ReflectorScript.End(script.Watch("watch 10"));
        script.Waited();
        script.Watch("watchlist 10", "ADDED a@11", "END 12", Error(410, "Expired"));
        script.Waited();
        script.Watch("watchlist", "END 20");
        Assert.Equal("", script.Sink.Shown);
    }

    [Fact]
    public void R13_a_server_that_knows_no_such_lists_is_asked_for_a_list_at_once()
    {
        using ReflectorScript script = new(usesWatchList: true);
        script.Refuse("watchlist", Unknown);
        script.List("list 0", List("10", "a@1"));
        ReflectorScript.End(script.Watch("watch 10"));
        script.AssertBacksOff(0);
        script.Refuse("watchlist 10", Unknown);
        script.List("list 10", List("11", "a@1"));
        script.Watch("watch 11");
    }

    [Fact]
    public void R13_what_goes_wrong_before_everything_is_there_is_answered_by_a_list()
    {
        foreach (string fault in (string[])["break", "end", "error", "expired"])
        {
            using ReflectorScript script = new(usesWatchList: true);
            ReflectorScript.End(script.Watch("watchlist", "ADDED a@1", "END 10"));
            ReflectorScript.End(script.Watch("watch 10"));
            script.Waited();
            ScriptedStream stream = script.Watch("watchlist 10", "ADDED b@11");
            InlineThread.Run(fault switch
            {
                "break" => () => stream.Break(),
                "end" => stream.End,
                "error" => () => ReflectorScript.Send(stream, Error(500, "InternalError")),
                _ => () => ReflectorScript.Send(stream, Error(410, "Expired")),
            });
            Assert.Equal("a@1", script.Sink.Shown);
            script.AssertBacksOff(1);
            script.List(fault == "expired" ? "list" : "list 10", List("12", "c@12"));
            script.Watch("watch 12");
            Assert.Equal(["= a@1", "= c@12"], script.Sink.Calls);
        }
    }

    [Fact]
    public void R13_half_a_minute_of_silence_before_everything_is_there_is_answered_by_a_list()
    {
        using ReflectorScript script = new(usesWatchList: true);
        ScriptedStream stream = script.Watch("watchlist", "ADDED a@1");
        script.Advance(29);
        ReflectorScript.Send(stream, "ADDED b@2");
        script.Advance(29);
        Assert.False(stream.IsDisposed);
        script.Advance(1);
        Assert.True(stream.IsDisposed);
        script.List("list 0", List("10", "b@2"));
        Assert.Equal(["= b@2"], script.Sink.Calls);
        script.Watch("watch 10");
    }

    [Fact]
    public void R8_silence_after_everything_is_there_is_none_for_five_minutes()
    {
        using ReflectorScript script = new(usesWatchList: true);
        ScriptedStream stream = script.Watch("watchlist", "ADDED a@1", "END 10");
        script.Advance(329);
        Assert.False(stream.IsDisposed);
        script.Advance(302);
        script.Watch("watch 10");
    }

    [Fact]
    public void R11_a_list_as_a_watch_that_does_not_begin_is_tried_again()
    {
        using ReflectorScript script = new(usesWatchList: true);
        script.Refuse("watchlist", Status.TooManyRequests("no", 7));
        Assert.Equal(7, script.Waited());
        script.Fail("watchlist", new HttpRequestException("no"));
        script.AssertBacksOff(1);
        script.Watch("watchlist", "END 5");
        Assert.Equal(["watchlist", "watchlist", "watchlist"], script.Asked);
    }

    [Fact]
    public void R10_poison_objects_are_there_and_stay_what_they_were()
    {
        using ReflectorScript script = new(usesWatchList: true);
        ReflectorScript.End(script.Watch("watchlist", "ADDED a@1", "ADDED b@2", "END 10"));
        ReflectorScript.End(script.Watch("watch 10"));
        script.Waited();
        script.Watch("watchlist 10", Event("ADDED", Poison("a@11")), Event("ADDED", Poison("b@12")), "MODIFIED b@13", "END 14");
        Assert.Equal("= b@13 ?a", script.Sink.Calls[^1]);
        Assert.Equal("a@1 b@13", script.Sink.Shown);
    }
}
