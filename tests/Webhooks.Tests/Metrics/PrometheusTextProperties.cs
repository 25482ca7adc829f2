using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Server.Metrics;
using Webhooks.Shared.Exposition;
using Webhooks.Tests.Injection;
using Xunit;

namespace Webhooks.Tests.Metrics;

public sealed class PrometheusTextProperties
{
    private static readonly Arbitrary<string[]> Texts = Gen.Elements(
            "\\", "\"", "\n", "\r", "\\n", "\\\"", "{", "}", ",", "=", " ", "#", "# EOF\n", "a", "le", "\0", "\t", "\u2028", "é", "😀", "\ud800", "\udc00", "} 1\nx 2")
        .ArrayOf().Select(string.Concat).ArrayOf(3).ToArbitrary();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hostile_help_and_label_values_are_read_back_as_they_were(bool isOpenMetrics) => Prop.ForAll(Texts, texts =>
    {
        ExpositionFormat format = isOpenMetrics ? ExpositionFormat.OpenMetrics : ExpositionFormat.Text;
        MetricRegistry registry = new();
        registry.Gauge("before", "Before.", () => 1);
        registry.Gauge("hostile", texts[0] + ".", ["first", "second"], () => [new Sample(2, texts[1], texts[2])]);
        registry.Gauge("after", "After.", () => 3);

        IReadOnlyList<ExposedFamily> families = Exposed.Read(registry, format);
        Assert.Equal(["before", "hostile", "after"], families.Select(family => family.Name));
        Assert.Equal(Whole(texts[0]) + ".", families[1].Help);
        ExposedSample sample = Assert.Single(families[1].Samples);
        Assert.Equal([new("first", Whole(texts[1])), new("second", Whole(texts[2]))], sample.Labels);
        Assert.Equal(2, sample.Value);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(PropertyRun.Seed, 305));

    // Half a surrogate pair is no text, and becomes U+FFFD.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
