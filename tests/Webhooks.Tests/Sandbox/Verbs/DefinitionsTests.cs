using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.Tests.Sandbox.Verbs;

public sealed class DefinitionsTests : IDisposable
{
    private readonly BareCluster _cluster = new();

    [Fact]
    public void A_definition_that_comes_or_goes_leaves_what_was_made_of_others()
    {
        _cluster.Define("gadgets", "Gadget");
        ApiResource gadgets = _cluster.Resource("gadgets");
        _cluster.Define("widgets", "Widget");
        _cluster.Remove("customresourcedefinitions", "widgets.example.com");

        Assert.Same(gadgets, _cluster.Resource("gadgets"));
        Assert.DoesNotContain(_cluster.Cluster.Kinds.Resources, resource => resource.Plural == "widgets");
    }

    [Fact]
    public void A_definition_that_waits_for_names_of_several_is_served_when_the_last_gives_back()
    {
        _cluster.Define("c", "C", """["x"]""");
        _cluster.Define("b", "B", """["x","y"]""");
        _cluster.Define("a", "A", """["y"]""");
        Assert.Equal(["a", "c"], Served());

        _cluster.Remove("customresourcedefinitions", "c.example.com");
        Assert.Equal(["a"], Served());

        _cluster.Remove("customresourcedefinitions", "a.example.com");
        Assert.Equal(["b"], Served());
    }

    public void Dispose() => _cluster.Dispose();

    private IEnumerable<string> Served() => _cluster.Cluster.Kinds.Resources.Where(one => one.IsCustom).Select(one => one.Plural);
}
