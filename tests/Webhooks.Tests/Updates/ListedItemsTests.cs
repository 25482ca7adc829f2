using Webhooks.Admission.Bookkeeping;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class ListedItemsTests
{
    private const string Status = "initializer.kubernetes.io/status";

    [Fact]
    public void An_item_that_several_templates_list_is_there_once() =>
        Assert.Equal(["volumes[v]", "containers[a]", "containers[b]"], new ListedItems(Parts.Entry("a", "volumes[v]", "containers[a]"), Parts.Entry("b", "volumes[v]", "containers[b]")).Paths);

    [Fact]
    public void Items_go_and_the_parents_made_for_them_after_them()
    {
        TemplateEntry entry = Parts.Entry("agent", "containers[app].securityContext.capabilities.drop", "volumes[v]");
        entry.Made.AddRange(["containers[app].securityContext", "containers[app].securityContext.capabilities", "volumes"]);
        AssertLeft(
            """{"spec":{"containers":[{"name":"app"}]}}""",
            """{"spec":{"containers":[{"name":"app","securityContext":{"capabilities":{"drop":["ALL"]}}}],"volumes":[{"name":"v"}]}}""",
            entry);
    }

    [Fact]
    public void A_parent_in_which_something_else_stands_stays()
    {
        TemplateEntry entry = Parts.Entry("agent", "volumes[v]");
        entry.Made.Add("volumes");
        AssertLeft("""{"spec":{"volumes":[{"name":"mine"}]}}""", """{"spec":{"volumes":[{"name":"v"},{"name":"mine"}]}}""", entry);
    }

    [Fact]
    public void An_empty_parent_that_nobody_made_stays() =>
        AssertLeft("""{"spec":{"volumes":[]}}""", """{"spec":{"volumes":[{"name":"v"}]}}""", Parts.Entry("agent", "volumes[v]"));

    [Fact]
    public void What_stood_in_an_items_place_comes_back()
    {
        TemplateEntry entry = Parts.Entry("agent", "terminationGracePeriodSeconds");
        entry.AddWas("terminationGracePeriodSeconds", "1e1");
        AssertLeft("""{"spec":{"terminationGracePeriodSeconds":1e1}}""", """{"spec":{"terminationGracePeriodSeconds":60}}""", entry);
    }

    [Theory]
    [InlineData(true, """{"spec":{"volumes":null}}""")]
    [InlineData(false, """{"spec":{}}""")]
    public void A_parent_that_was_null_comes_back_as_null_only_when_asked(bool restoresNulls, string left)
    {
        TemplateEntry entry = Parts.Entry("agent", "volumes[v]");
        entry.AddMade("volumes", wasNull: true);
        JsonDraft template = Parts.Template("""{"spec":{"volumes":[{"name":"v"}]}}""");
        new ListedItems(entry).TakeOff(template, Status, new HashSet<string>(), restoresNulls);
        Assert.Equal(left, template.Freeze().ToString());
    }

    [Fact]
    public void The_annotation_goes_with_its_items_and_the_parent_made_for_it()
    {
        TemplateEntry entry = Parts.Entry("agent", "containers[a]");
        entry.Made.Add("metadata.annotations");
        AssertLeft(
            """{"metadata":{},"spec":{"containers":[]}}""",
            $$$"""{"metadata":{"annotations":{"{{{Status}}}":"{}"}},"spec":{"containers":[{"name":"a"}]}}""",
            entry);
    }

    [Fact]
    public void Items_that_are_missing_or_named_by_nonsense_are_passed_over() =>
        AssertLeft("""{"spec":{"containers":[{"name":"app"}]}}""", """{"spec":{"containers":[{"name":"app"}]}}""", Parts.Entry("agent", "containers[a]", "containers[", "", "nonsense"));

    [Fact]
    public void Items_that_are_left_stay_as_they_stand()
    {
        JsonDraft template = Parts.Template("""{"spec":{"volumes":[{"name":"v"},{"name":"w"}]}}""");
        new ListedItems(Parts.Entry("agent", "volumes[v]", "volumes[w]")).TakeOff(template, Status, new HashSet<string> { "volumes[w]" });
        Assert.Equal("""{"spec":{"volumes":[{"name":"w"}]}}""", template.Freeze().ToString());
    }

    [Fact]
    public void A_forgotten_item_is_the_users()
    {
        ListedItems items = new(Parts.Entry("agent", "volumes[v]", "volumes[w]"));
        items.Forget(new HashSet<string> { "volumes[v]" });
        JsonDraft template = Parts.Template("""{"spec":{"volumes":[{"name":"v"},{"name":"w"}]}}""");
        items.TakeOff(template, Status, new HashSet<string>());
        Assert.Equal("""{"spec":{"volumes":[{"name":"v"}]}}""", template.Freeze().ToString());
    }

    private static void AssertLeft(string left, string before, TemplateEntry entry)
    {
        JsonDraft template = Parts.Template(before);
        new ListedItems(entry).TakeOff(template, Status, new HashSet<string>());
        Assert.Equal(left, template.Freeze().ToString());
    }
}
