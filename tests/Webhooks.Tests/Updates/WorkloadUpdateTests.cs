using System.Text;
using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class WorkloadUpdateTests
{
    private const string App = """{"name":"app","image":"app:1"}""";
    private const string Agent = """{"name":"agent","image":"agent:1"}""";
    private static readonly string Injected = Workload($"{App},{Agent}", Parts.Entry("agent", "containers[agent]"));

    [Fact]
    public void Nothing_is_the_users_when_the_items_were_dropped()
    {
        WorkloadUpdate update = Of(Injected, Workload(App));
        Assert.Equal((true, true, false, false), (update.IsOwnSame, update.IsOptInSame, update.BringsStatus, update.IsRestored));
        Assert.Equal(["containers[agent]"], update.Listed.Paths);
    }

    [Fact]
    public void What_the_user_changed_leaves_the_list()
    {
        WorkloadUpdate update = Of(Injected, Injected.Replace("agent:1", "mine:1", StringComparison.Ordinal));
        Assert.Empty(update.Listed.Paths);
        Assert.False(update.IsOwnSame);
    }

    [Fact]
    public void Own_is_what_is_left_without_the_items() =>
        Assert.Equal($$"""[{{App}}]""", Of(Injected, Injected).Own().Find("spec")!.Find("containers")!.Freeze().ToString());

    [Fact]
    public void A_status_of_its_own_that_is_wanted_restores()
    {
        WorkloadUpdate update = Of(Injected, Workload($"{App},{Agent}", Parts.Entry("agent", "containers[agent]"), Parts.Entry("other", "containers[agent]")), asks: "other");
        Assert.True(update.BringsStatus);
        Assert.True(update.IsRestored);
    }

    [Fact]
    public void One_that_is_not_wanted_is_read_with_the_one_before()
    {
        WorkloadUpdate update = Of(Injected, Workload($"{App},{Agent},{{\"name\":\"b\"}}", Parts.Entry("other", "containers[b]")));
        Assert.True(update.BringsStatus);
        Assert.False(update.IsRestored);
        Assert.Equal(["containers[b]", "containers[agent]"], update.Listed.Paths);
        Assert.True(update.IsOwnSame);
    }

    [Fact]
    public void One_beside_which_something_of_the_one_before_stands_does_not_restore()
    {
        string both = Workload($"{App},{Agent},{{\"name\":\"b\"}}", Parts.Entry("agent", "containers[agent]", "containers[b]"));
        WorkloadUpdate update = Of(both, Workload($"{App},{Agent},{{\"name\":\"b\"}}", Parts.Entry("agent", "containers[agent]")));
        Assert.True(update.BringsStatus);
        Assert.False(update.IsRestored);
        Assert.True(update.IsOwnSame);
    }

    [Fact]
    public void One_that_lists_a_container_of_the_users_is_not_believed()
    {
        WorkloadUpdate update = Of(Injected, Workload($"{App},{Agent}", Parts.Entry("agent", "containers[agent]", "containers[app]")));
        Assert.False(update.BringsStatus);
        Assert.Empty(update.Now.Proven);
        Assert.Equal(["containers[agent]"], update.Listed.Paths);
    }

    [Fact]
    public void An_item_that_it_lists_and_that_was_not_there_before_is_not_the_users()
    {
        WorkloadUpdate update = Of(Workload(App), Workload($"{App},{Agent}", Parts.Entry("other", "containers[agent]")));
        Assert.False(update.IsRestored);
        Assert.Equal(["containers[agent]"], update.Listed.Paths);
        Assert.True(update.IsOwnSame);
    }

    [Fact]
    public void A_template_that_nobody_knows_is_not_opted_in()
    {
        WorkloadUpdate update = Of(Injected, Workload(App), asks: "unknown");
        Assert.Equal(["agent"], update.OptedIn);
        Assert.True(update.IsOptInSame);
    }

    [Fact]
    public void A_template_that_either_status_names_is() =>
        Assert.Equal(["agent"], Of(Injected, Workload(App)).OptedIn);

    private static WorkloadUpdate Of(string before, string now, string asks = "agent")
    {
        AnnotationNames names = InjectionOptions.Default.Annotations;
        return WorkloadUpdate.Of(State(before, "agent"), State(now, "agent", asks), names, Cluster.Load());

        WorkloadState State(string podTemplate, params string[] asked) => WorkloadState.Of(
            names,
            Parts.Value($$$"""{"metadata":{"annotations":{ {{{Asking(asked)}}} } },"spec":{"template":{{{podTemplate}}} } }"""),
            ["spec", "template"]);
    }

    private static string Asking(string[] templates) =>
        string.Join(',', templates.Distinct().Select(template => $"\"{InjectionOptions.Default.Annotations.For(template)}\":\"true\""));

    private static string Workload(string containers, params TemplateEntry[] entries)
    {
        using PooledBuffer text = new();
        InjectionStatus.Write([.. entries], new JsonWriter(text));
        string status = JsonText.Quote(Encoding.UTF8.GetString(text.WrittenSpan));
        string metadata = entries.Length == 0 ? "{}" : $$$"""{"annotations":{"{{{InjectionOptions.Default.Annotations.Status}}}":{{{status}}} } }""";
        return $$"""{"metadata":{{metadata}},"spec":{"containers":[{{containers}}] } }""";
    }
}
