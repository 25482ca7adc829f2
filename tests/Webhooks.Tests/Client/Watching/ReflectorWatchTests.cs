using System.Globalization;
using System.Text;
using Xunit;
using static Webhooks.Tests.Client.Watching.WatchTexts;

namespace Webhooks.Tests.Client.Watching;

/// <summary>How a reflector follows a watch, and what it asks for next.</summary>
public sealed class ReflectorWatchTests
{
    [Fact]
    public void R6_a_watch_that_breaks_goes_on_after_the_last_event_that_was_applied()
    {
        string[] lines = ["ADDED a@11", "MODIFIED a@12", "BOOKMARK 15", "DELETED a@16", "ADDED b@17"];
        string[] versions = ["10", "11", "12", "15", "16", "17"];
        for (int sent = 1; sent <= lines.Length; sent++)
        {
            using ReflectorScript script = new();
            script.List("list 0", List("10"));
            ReflectorScript.Break(script.Watch("watch 10", lines[..sent]));
            script.Watch($"watch {versions[sent]}", lines[sent..]);
            Assert.Equal(["=", "+a@11", "+a@12", "-a@16", "+b@17"], script.Sink.Calls);
        }
    }

    [Fact]
    public void R6_an_event_that_is_cut_anywhere_was_not_applied()
    {
        byte[] line = Encoding.UTF8.GetBytes(Line("MODIFIED a@12"));
        for (int cut = 0; cut < line.Length; cut++)
        {
            foreach (bool isClean in (bool[])[true, false])
            {
                using ReflectorScript script = new();
                script.List("list 0", List("10"));
                ScriptedStream stream = script.Watch("watch 10", "ADDED a@11");
                InlineThread.Run(() => stream.Push(line[..cut]));
                InlineThread.Run(isClean ? stream.End : () => stream.Break());
                script.Watch("watch 11", "MODIFIED a@12");
                Assert.Equal(["=", "+a@11", "+a@12"], script.Sink.Calls);
            }
        }
    }

    [Fact]
    public void R6_events_come_in_pieces_of_any_size()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Line("ADDED a@11") + Line("MODIFIED a@12") + "\n\r\n" + Line("DELETED a@13"));
        for (int size = 1; size <= bytes.Length; size++)
        {
            using ReflectorScript script = new();
            script.List("list 0", List("10"));
            ScriptedStream stream = script.Watch("watch 10");
            foreach (byte[] piece in bytes.Chunk(size))
            {
                InlineThread.Run(() => stream.Push(piece));
            }

            Assert.Equal(["=", "+a@11", "+a@12", "-a@13"], script.Sink.Calls);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    public void R6_all_there_is_when_a_watch_begins_at_no_version_has_no_order(string version)
    {
        using ReflectorScript script = new();
        string asked = version.Length == 0 ? "watch" : "watch 0";
        script.List("list 0", List(version));
        ReflectorScript.Break(script.Watch(asked, "ADDED b@9", "ADDED a@3"));
        ReflectorScript.Break(script.Watch(asked, "ADDED b@9", "ADDED a@3", "MODIFIED a@10", "ADDED c@11"));
        script.Watch("watch 11");
    }

    [Fact]
    public void R7_each_watch_asks_for_bookmarks_and_for_five_to_ten_minutes()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        List<int> seconds = [];
        for (int watch = 0; watch < 400; watch++)
        {
            Assert.Equal("true", script.Next["allowWatchBookmarks"]);
            seconds.Add(int.Parse(script.Next["timeoutSeconds"], CultureInfo.InvariantCulture));
            ReflectorScript.End(script.Watch("watch 10", "BOOKMARK 10"));
        }

        Assert.All(seconds, one => Assert.InRange(one, 300, 600));

        // Of each tenth there are about 40.
        Assert.All(seconds.GroupBy(one => Math.Min((one - 300) / 30, 9)), tenth => Assert.InRange(tenth.Count(), 20, 65));
        Assert.Equal(10, seconds.GroupBy(one => Math.Min((one - 300) / 30, 9)).Count());
    }

    [Fact]
    public void R8_a_watch_of_which_nothing_is_heard_is_given_up_and_goes_on_where_it_was()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        int seconds = int.Parse(script.Next["timeoutSeconds"], CultureInfo.InvariantCulture);
        ScriptedStream stream = script.Watch("watch 10");
        script.Advance(seconds + 29);
        Assert.False(stream.IsDisposed);

        // A byte is enough to wait anew.
        InlineThread.Run(() => stream.Push([(byte)' ']));
        script.Advance(seconds + 29);
        ReflectorScript.Send(stream, "ADDED a@11");
        script.Advance(seconds + 29.9);
        Assert.False(stream.IsDisposed);
        script.Advance(0.1);
        Assert.True(stream.IsDisposed);
        script.Watch("watch 11");
        Assert.Equal(["list 0", "watch 10", "watch 11"], script.Asked);
    }

    [Fact]
    public void R8_a_watch_that_never_begins_is_given_up_too()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        ScriptedExchange asked = script.Next;
        script.Advance(600 + 30 + 2);
        Assert.True(asked.IsAborted);
        script.Watch("watch 10");
        Assert.Equal(["list 0", "watch 10", "watch 10"], script.Asked);
    }

    [Fact]
    public void R14_nothing_is_asked_before_the_last_answer_is_let_go()
    {
        using ReflectorScript script = new();
        script.List("list 0", Page("10", "c1", "a@1"));
        script.List("list continue=c1", Page("10", "", "b@1"));
        ReflectorScript.End(script.Watch("watch 10", "ADDED a@11"));
        ScriptedStream stream = script.Watch("watch 11", Error(500, "InternalError"));
        Assert.True(stream.IsDisposed);
        Assert.True(script.IsIdle);
        script.Waited();
        Assert.Equal(1, script.Server.MostInFlight);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void R15_cancelling_ends_a_read_that_waits_and_closes_its_connection(bool heedsTokens)
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        ScriptedStream stream = new() { HeedsTokens = heedsTokens };
        ScriptedExchange next = script.Next;
        InlineThread.Run(() => next.Open(stream));
        script.Cancel();
        Assert.True(script.Run!.IsCompletedSuccessfully);
        Assert.True(stream.IsDisposed);
        Assert.True(script.IsIdle);
    }

    [Fact]
    public void R15_cancelling_ends_a_list_a_page_on_its_way_a_watch_that_has_not_begun_and_a_wait()
    {
        foreach (string moment in (string[])["list", "page", "watch", "wait"])
        {
            using ReflectorScript script = new();
            ScriptedExchange next = script.Next;
            switch (moment)
            {
                case "page":
                    InlineThread.Run(() => next.Open(new ScriptedStream { HeedsTokens = false }));
                    break;
                case "watch":
                    script.List("list 0", List("10"));
                    break;
                case "wait":
                    script.Fail("list 0", new HttpRequestException("no"));
                    break;
            }

            script.Cancel();
            Assert.True(script.Run!.IsCompletedSuccessfully, moment);
            Assert.True(script.IsIdle, moment);
            Assert.Empty(moment == "watch" ? [] : script.Sink.Calls);
        }
    }
}
