using Webhooks.Admission.Bookkeeping;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class ItemFatesTests
{
    [Theory]
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:1"}""")]
    [InlineData("""{"name":"a","image":"a:1"}""", """{"image":"a:1","name":"a"}""")]
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:1","stdin":false,"args":[],"env":null}""")] // dropped by the API server
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:1","terminationMessagePath":"/dev/termination-log"}""")]
    [InlineData("""{"name":"a","image":"a:1","ports":[{"containerPort":1}]}""", """{"name":"a","image":"a:1","ports":[{"containerPort":1,"protocol":"TCP"}]}""")]
    [InlineData("""{"name":"a","image":"a:1","resources":{"limits":{"cpu":"0.5"}}}""", """{"name":"a","image":"a:1","resources":{"limits":{"cpu":"500m"}}}""")]
    public void A_container_that_is_stored_as_it_was_is_kept(string before, string after) => AssertContainer(ItemFate.Kept, before, after);

    [Theory]
    [InlineData("""{"name":"a","image":"a:1","env":[{"name":"A","value":"1"},{"name":"B"}]}""", """{"name":"a","image":"a:1","env":[{"name":"A","value":"1"}]}""")]
    [InlineData("""{"name":"a","image":"a:1","env":[{"name":"A","value":"1"}]}""", """{"name":"a","image":"a:1"}""")]
    [InlineData("""{"name":"a","image":"a:1","args":["x"]}""", """{"name":"a","image":"a:1","args":null}""")]
    [InlineData("""{"name":"a","image":"a:1","args":["x"]}""", """{"name":"a"}""")]
    [InlineData("""{"name":"a","image":"a:1","stdin":true}""", """{"name":"a","image":"a:1","terminationMessagePolicy":"File"}""")]
    [InlineData("""{"name":"a","image":"a:1","stdin":true}""", """{"name":"a","image":"a:1","imagePullPolicy":"IfNotPresent"}""")] // as the image says
    [InlineData("""{"name":"a","image":"a","stdin":true}""", """{"name":"a","image":"a","imagePullPolicy":"Always"}""")]
    [InlineData("""{"name":"a","image":"a:1","livenessProbe":{"tcpSocket":{"port":1},"periodSeconds":5}}""", """{"name":"a","image":"a:1","livenessProbe":{"tcpSocket":{"port":1},"periodSeconds":10}}""")]
    [InlineData("""{"name":"a","image":"a:1","envFrom":[{"secretRef":{"name":"s"}},{"secretRef":{"name":"t"}}]}""", """{"name":"a","image":"a:1","envFrom":[{"secretRef":{"name":"t"}}]}""")]
    public void A_container_of_which_less_stands_there_was_dropped(string before, string after) => AssertContainer(ItemFate.Dropped, before, after);

    [Theory]
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:2"}""")]
    [InlineData("""{"name":"a","image":"a:1","args":["x"]}""", """{"name":"a","image":"a:1","stdin":true}""")] // shorter in one place, more in another
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:1","imagePullPolicy":"Always"}""")] // not as the image says
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:1","env":[{"name":"A"}]}""")]
    [InlineData("""{"name":"a","image":"a:1","env":[{"name":"A","value":"1"}]}""", """{"name":"a","image":"a:1","env":[{"name":"A","value":"2"}]}""")]
    [InlineData("""{"name":"a","image":"a:1","args":["x","y"]}""", """{"name":"a","image":"a:1","args":["y","x"]}""")] // another order
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:1","future":{"x":1}}""")]
    [InlineData("""{"name":"a","image":"a:1"}""", """{"name":"a","image":"a:1","securityContext":{"runAsUser":0}}""")] // zero is something here
    [InlineData("""{"name":"a","image":"a:1","resources":{"limits":{"cpu":"1"}}}""", """{"name":"a","image":"a:1","resources":{"limits":{"cpu":"2"}}}""")]
    public void A_container_that_says_something_new_is_the_users(string before, string after) => AssertContainer(ItemFate.Users, before, after);

    [Fact]
    public void An_item_that_is_missing_was_dropped()
    {
        Assert.Equal(ItemFate.Dropped, Of("volumes[v]", """{"volumes":[{"name":"v","emptyDir":{}}]}""", "{}"));
        Assert.Equal(ItemFate.Dropped, Of("nodeSelector[disk]", """{"nodeSelector":{"disk":"ssd"}}""", """{"nodeSelector":null}"""));
    }

    [Theory]
    [InlineData("""{"name":"v"}""", nameof(ItemFate.Kept))] // gets an emptyDir
    [InlineData("""{"name":"v","emptyDir":{"sizeLimit":"1Gi"}}""", nameof(ItemFate.Users))]
    [InlineData("""{"name":"v","configMap":{"name":"c"}}""", nameof(ItemFate.Users))]
    public void An_empty_dir_is_what_a_volume_without_a_source_gets(string after, string expected) =>
        Assert.Equal(expected, Name("volumes[v]", """{"volumes":[{"name":"v","emptyDir":{}}]}""", $$"""{"volumes":[{{after}}]}"""));

    [Theory]
    [InlineData("""{"name":"v"}""")]
    [InlineData("""{"name":"v","emptyDir":{}}""")]
    public void A_volume_whose_source_is_gone_was_dropped(string after) =>
        Assert.Equal(ItemFate.Dropped, Of("volumes[v]", """{"volumes":[{"name":"v","configMap":{"name":"c"}}]}""", $$"""{"volumes":[{{after}}]}"""));

    [Theory]
    [InlineData("\"Always\"", nameof(ItemFate.Kept))]
    [InlineData("\"Never\"", nameof(ItemFate.Reset))] // what it was
    [InlineData("\"IfNotPresent\"", nameof(ItemFate.Reset))] // what the image says
    [InlineData("null", nameof(ItemFate.Dropped))]
    public void A_pull_policy_back_at_what_it_was_or_at_the_default_was_reset(string after, string expected) =>
        Assert.Equal(expected, Name("containers[a].imagePullPolicy", Container("\"Always\""), Container(after), "\"Never\""));

    [Theory]
    [InlineData("60", nameof(ItemFate.Kept))]
    [InlineData("45", nameof(ItemFate.Reset))]
    [InlineData("30", nameof(ItemFate.Reset))]
    [InlineData("61", nameof(ItemFate.Users))]
    [InlineData("null", nameof(ItemFate.Dropped))]
    public void So_is_a_grace_period(string after, string expected) =>
        Assert.Equal(expected, Name("terminationGracePeriodSeconds", """{"terminationGracePeriodSeconds":60}""", $$"""{"terminationGracePeriodSeconds":{{after}}}""", "45"));

    [Theory]
    [InlineData("\"ssd\"", nameof(ItemFate.Kept))]
    [InlineData("\"hdd\"", nameof(ItemFate.Users))]
    [InlineData("\"\"", nameof(ItemFate.Users))] // an empty value of a map is stored
    public void An_entry_of_a_map_is_kept_or_the_users(string after, string expected) =>
        Assert.Equal(expected, Name("nodeSelector[disk]", """{"nodeSelector":{"disk":"ssd"}}""", $$"""{"nodeSelector":{"disk":{{after}} } }"""));

    private static string Name(string path, string before, string after, string? was = null) => Of(path, before, after, was).ToString();

    private static string Container(string policy) => $$"""{"containers":[{"name":"a","image":"a:1","imagePullPolicy":{{policy}}}]}""";

    private static void AssertContainer(ItemFate expected, string before, string after) =>
        Assert.Equal(expected, Of("containers[a]", $$"""{"containers":[{{before}}]}""", $$"""{"containers":[{{after}}]}"""));

    private static ItemFate Of(string path, string before, string after, string? was = null)
    {
        Assert.True(ItemPlace.TryFind(Parts.OfSpec(before), path, out ItemPlace place));
        return ItemFates.Of(place, Parts.OfSpec(after), path, was);
    }
}
