using Webhooks.Client.Watching;
using Webhooks.Resources.Api;
using Xunit;
using static Webhooks.Tests.Client.Watching.WatchTexts;

namespace Webhooks.Tests.Client.Watching;

/// <summary>What a reflector asks for when it lists.</summary>
public sealed class ReflectorListTests
{
    [Fact]
    public void R1_the_first_list_asks_for_anything_a_relist_for_what_is_known_and_one_after_a_410_for_the_latest()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@7"));
        ReflectorScript.End(script.Watch("watch 10"));
        script.AssertBacksOff(0);
        script.List("list 10", List("11", "a@7"));
        script.Watch("watch 11", Error(410, "Expired"));
        script.AssertBacksOff(1);
        script.List("list", List("20", "a@19"));
        script.Watch("watch 20");
        Assert.Equal(["0", "10", ""], script.Server.Requests.Where(request => request.Request.Verb == "list").Select(request => request["resourceVersion"]));
        Assert.Equal(["= a@7", "= a@7", "= a@19"], script.Sink.Calls);
    }

    [Fact]
    public void R1_a_list_that_never_came_is_asked_for_as_it_was()
    {
        using ReflectorScript script = new();
        script.Refuse("list 0", Status.InternalError("no"));
        script.AssertBacksOff(0);
        script.List("list 0", List("10"));
        script.Watch("watch 10");
    }

    [Fact]
    public void R2_only_the_first_page_says_at_which_version_and_its_version_counts()
    {
        using ReflectorScript script = new();
        script.List("list 0", Page("10", "c1", "a@1"));
        script.List("list continue=c1", Page("12", "c2", "b@2"));
        Assert.Empty(script.Sink.Calls);
        script.List("list continue=c2", Page("14", "", "c@3"));
        Assert.Equal(["= a@1 b@2 c@3"], script.Sink.Calls);
        ReflectorScript.End(script.Watch("watch 10"));

        script.Waited();
        Assert.Equal(("10", "NotOlderThan", "500"), (script.Next["resourceVersion"], script.Next["resourceVersionMatch"], script.Next["limit"]));
        script.List("list 10", Page("15", "c3", "a@1"));
        Assert.Equal(("", "", "500"), (script.Next["resourceVersion"], script.Next["resourceVersionMatch"], script.Next["limit"]));
        script.List("list continue=c3", Page("15", "", "b@2"));
        script.Watch("watch 15");
    }

    [Fact]
    public void R2_pages_that_expired_are_asked_for_all_at_once_and_once()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1"));
        ReflectorScript.End(script.Watch("watch 10"));
        script.Waited();
        script.List("list 10", Page("20", "c1", "a@1"));
        script.Refuse("list continue=c1", Status.Expired("too old"));
        Assert.Equal("NotOlderThan", script.Next["resourceVersionMatch"]);
        script.Refuse("list 10 whole", Status.Expired("too old"));
        script.AssertBacksOff(1);
        script.List("list", Page("30", "c2", "b@25"));
        script.Refuse("list continue=c2", Status.Expired("too old"));
        script.List("list whole", List("31", "b@25", "c@26"));
        Assert.Equal(["= a@1", "= b@25 c@26"], script.Sink.Calls);
        script.Watch("watch 31");
    }

    [Theory]
    [InlineData("http 410")]
    [InlineData("http Gone")]
    [InlineData("event code")]
    [InlineData("event Expired")]
    [InlineData("event Gone")]
    [InlineData("http too large")]
    [InlineData("event too large")]
    public void R3_a_version_that_is_not_there_is_known_in_all_its_shapes(string shape)
    {
        StatusDetails tooLarge = new() { Causes = [new StatusCause("ResourceVersionTooLarge", "Too large resource version", "")], RetryAfterSeconds = 1 };
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1"));
        switch (shape)
        {
            case "http 410":
                script.Refuse("watch 10", Status.Expired("too old resource version"));
                break;
            case "http Gone":
                script.Refuse("watch 10", Status.Gone("gone") with { Code = 0 });
                break;
            case "http too large":
                script.Refuse("watch 10", Status.Timeout("Too large resource version", 1) with { Details = tooLarge });
                break;
            default:
                script.Watch("watch 10", shape switch
                {
                    "event code" => Error(410, ""),
                    "event Expired" => Error(0, "Expired"),
                    "event Gone" => Error(0, "Gone"),
                    _ => Error(504, "Timeout", """{"causes":[{"reason":"ResourceVersionTooLarge","message":"Too large resource version"}]}"""),
                });
                break;
        }

        script.Waited();
        script.List("list", List("3", "a@2"));
        script.Watch("watch 3");
    }

    [Fact]
    public void R3_a_list_at_a_version_that_is_not_there_is_asked_for_at_the_latest()
    {
        foreach (Status status in (Status[])[Status.Expired("too old"), Status.Timeout("Too large resource version", 1) with { Details = new() { Causes = [new("ResourceVersionTooLarge", "", "")] } }])
        {
            using ReflectorScript script = new();
            script.List("list 0", List("10", "a@1"));
            ReflectorScript.End(script.Watch("watch 10"));
            script.Waited();
            script.Refuse("list 10", status);
            script.Waited();
            script.List("list", List("3", "a@2"));
            script.Watch("watch 3");
        }
    }

    [Fact]
    public void R5_a_list_is_shown_whole_or_not_at_all()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1", "b@2"));
        ReflectorScript.End(script.Watch("watch 10"));
        script.Waited();
        script.List("list 10", Page("20", "c1", "a@15", "c@16"));
        script.Fail("list continue=c1", new HttpRequestException("gone"));
        Assert.Equal("a@1 b@2", script.Sink.Shown);
        script.Waited();

        // The version is that of before, too.
        script.List("list 10", Page("21", "c2", "a@15"));
        Assert.Equal("a@1 b@2", script.Sink.Shown);
        script.List("list continue=c2", Page("21", "", "d@17"));
        Assert.Equal(["= a@1 b@2", "= a@15 d@17"], script.Sink.Calls);
        script.Watch("watch 21");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"kind":"ConfigMapList","metadata":{"resourceVersion":"7"},"items":[""")]
    [InlineData("<html>")]
    [InlineData("")]
    public void R5_what_is_no_list_shows_nothing(string answer)
    {
        using ReflectorScript script = new();
        script.List("list 0", answer);
        Assert.Empty(script.Sink.Calls);
        script.AssertBacksOff(0);
        script.List("list 0", List("10"));
        Assert.Equal(["="], script.Sink.Calls);
    }

    [Fact]
    public void Requests_say_where_and_what()
    {
        using ReflectorScript script = new(new ReflectorOptions<Webhooks.Client.Objects.ConfigMap> { Namespace = "web", LabelSelector = "app in (a,b)", FieldSelector = "metadata.name=x", PageSize = 7 });
        Assert.Equal("/api/v1/namespaces/web/configmaps", script.Next.Request.Target.Split('?')[0]);
        Assert.Equal(("app in (a,b)", "metadata.name=x", "7"), (script.Next["labelSelector"], script.Next["fieldSelector"], script.Next["limit"]));
        script.List("list 0", List("10"));
        Assert.Equal(("app in (a,b)", "metadata.name=x"), (script.Next["labelSelector"], script.Next["fieldSelector"]));
        script.Watch("watch 10");
    }
}
