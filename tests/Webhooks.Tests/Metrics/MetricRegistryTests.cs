using Webhooks.Server.Metrics;
using Xunit;

namespace Webhooks.Tests.Metrics;

public sealed class MetricRegistryTests
{
    [Theory]
    [InlineData("Upper")]
    [InlineData("1st")]
    [InlineData("a-b")]
    [InlineData("a:b")]
    [InlineData("")]
    [InlineData("gauge_total")]
    public void A_name_that_a_scrape_would_not_accept_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new MetricRegistry().Gauge(name, "Help.", () => 1));

    [Fact]
    public void A_counter_ends_with_total() =>
        Assert.Throws<ArgumentException>(() => new MetricRegistry().Counter("requests", "Help.", () => 1));

    [Theory]
    [InlineData("le")]
    [InlineData("quantile")]
    [InlineData("Name")]
    [InlineData("a")] // the one that stands before it
    public void A_label_that_can_not_be_one_is_refused(string label) =>
        Assert.Throws<ArgumentException>(() => new MetricRegistry().Gauge("number", "Help.", ["a", label], () => []));

    [Fact]
    public void A_name_is_registered_once()
    {
        MetricRegistry registry = new();
        registry.Gauge("number", "Help.", () => 1);
        Assert.Throws<ArgumentException>(() => registry.Gauge("number", "Help.", () => 1));
    }

    [Fact]
    public void The_list_of_families_is_a_snapshot()
    {
        MetricRegistry registry = new();
        IReadOnlyList<MetricFamily> before = registry.Families;
        registry.Gauge("number", "Help.", () => 1);
        Assert.Empty(before);
        Assert.Single(registry.Families);
    }
}
