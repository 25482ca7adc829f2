using Webhooks.Client.Objects;
using Webhooks.Client.Watching;
using Xunit;
using static Webhooks.Tests.Client.Watching.WatchTexts;

namespace Webhooks.Tests.Client.Watching;

/// <summary>What becomes of objects that can't be read, and of the transform.</summary>
public sealed class ReflectorObjectsTests
{
    [Fact]
    public void R10_a_poison_object_of_a_list_spoils_only_itself()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1", "b@2"));
        ReflectorScript.End(script.Watch("watch 10"));
        script.Waited();
        script.List("list 10", List("20", "a@11", Poison("b@12"), "c@13"));
        Assert.Equal("= a@11 c@13 ?b", script.Sink.Calls[^1]);
        Assert.Equal("a@11 b@2 c@13", script.Sink.Shown);
        script.Watch("watch 20");
    }

    [Fact]
    public void R10_a_poison_event_spoils_only_itself_and_its_version_counts()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1"));
        ReflectorScript.Break(script.Watch("watch 10", Event("MODIFIED", Poison("a@11"))));
        ScriptedStream stream = script.Watch("watch 11", "ADDED b@12", Event("ADDED", Poison("c@13")), "MODIFIED b@14");
        Assert.Equal("a@1 b@14", script.Sink.Shown);
        ReflectorScript.Break(stream);
        script.Watch("watch 14");
    }

    [Theory]
    [InlineData("""{"type":"ADDED","object":{""")]
    [InlineData("""{"type":"ADDED","object":null}""")]
    [InlineData("""{"type":"ADDED"}""")]
    [InlineData("""{"type":"ADDED","object":{"metadata":{"resourceVersion":"99"}}}""")]
    [InlineData("""{"type":"BOOKMARK","object":{"metadata":{}}}""")]
    [InlineData("""{"type":"BOOKMARK","object":17}""")]
    [InlineData("""{"type":"MOVED","object":{"metadata":{"name":"x","resourceVersion":"99"}}}""")]
    [InlineData("""{"type":17}""")]
    [InlineData("""{}""")]
    public void R10_a_line_that_nobody_understands_is_passed_over(string line)
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1"));
        script.Watch("watch 10", "MODIFIED a@11", line + "\n", "ADDED b@12");
        Assert.Equal(["= a@1", "+a@11", "+b@12"], script.Sink.Calls);
    }

    [Fact]
    public void R10_a_line_without_end_is_passed_over_and_not_kept()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1"));
        ScriptedStream stream = script.Watch("watch 10", "MODIFIED a@11", """{"type":"ADDED","object":{"data":{"k":" """);
        byte[] piece = new byte[1024 * 1024];
        Array.Fill(piece, (byte)'x');
        for (int sent = 0; sent < 40; sent++)
        {
            InlineThread.Run(() => stream.Push(piece));
        }

        ReflectorScript.Send(stream, "{}\n");
        ReflectorScript.Send(stream, "ADDED b@12");
        Assert.Equal(["= a@1", "+a@11", "+b@12"], script.Sink.Calls);
    }

    [Fact]
    public void R10_that_an_object_is_gone_which_can_not_be_read_is_learned_by_a_list()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10", "a@1", "b@2"));
        script.Watch("watch 10", Event("DELETED", Poison("a@11")));
        script.AssertBacksOff(0);
        script.List("list 11", List("12", "b@2"));
        Assert.Equal("b@2", script.Sink.Shown);
        script.Watch("watch 12");
    }

    [Fact]
    public void An_event_may_be_written_otherwise()
    {
        using ReflectorScript script = new();
        script.List("list 0", List("10"));
        script.Watch(
            "watch 10",
            $$$"""{"object":{{{Item("a@11")}}},"type":"ADDED"}""" + "\n",
            $$$"""{ "type" : "MODI\u0046IED" , "x":[{"object":1}], "object" : {{{Item("a@12")}}} } """ + "\r\n",
            $$$"""{"type":"MODIFIED","object":{{{Item("a@13")}}},"more":1}""" + "\n",
            Event("MODIFIED", Item("a@14").Replace("\"data\":", $"\"deep\":{new string('[', 200)}{new string(']', 200)},\"data\":", StringComparison.Ordinal)));
        Assert.Equal(["=", "+a@11", "+a@12", "+a@13", "+a@14"], script.Sink.Calls);
    }

    [Fact]
    public void A_transform_changes_drops_or_fails_each_object_alone()
    {
        ReflectorOptions<ConfigMap> options = new()
        {
            Transform = item => item.Metadata.Name switch
            {
                "dropped" => null,
                "broken" => throw new InvalidDataException("no"),
                _ => item with { Data = StringMap.Empty },
            },
        };
        using ReflectorScript script = new(options);
        script.List("list 0", List("10", "a@1", "dropped@2", "broken@3"));
        ScriptedStream stream = script.Watch("watch 10", "MODIFIED a@11", "MODIFIED dropped@12", "MODIFIED broken@13", "DELETED a@14", "DELETED broken@15", "DELETED dropped@16");
        Assert.Equal(["= a@1 ?broken", "+a@11", "-dropped@12", "-a@14", "-broken@15", "-dropped@16"], script.Sink.Calls);
        ReflectorScript.Break(stream);
        script.Watch("watch 16", "ADDED b@17");
        Assert.Empty(script.Sink.Items["b"].Data);
    }
}
