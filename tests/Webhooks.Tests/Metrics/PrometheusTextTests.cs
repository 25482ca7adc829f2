using System.Globalization;
using Webhooks.Admission.Reviews;
using Webhooks.Server.Metrics;
using Xunit;

namespace Webhooks.Tests.Metrics;

public sealed class PrometheusTextTests
{
    [Fact]
    public void The_text_format_is_written_to_the_letter() => Assert.Equal(
        """
        # HELP up_total Says \\ and \n and ".
        # TYPE up_total counter
        up_total 3
        # HELP certificate_expiry_seconds Until then.
        # TYPE certificate_expiry_seconds gauge
        certificate_expiry_seconds -1.5
        # HELP template_info What is in force.
        # TYPE template_info gauge
        template_info{template="a\"\\\nb",hash=""} 1
        template_info{template="c",hash="d"} 1

        """,
        Exposed.Text(Example(), ExpositionFormat.Text));

    [Fact]
    public void OpenMetrics_names_counters_units_and_the_end_in_its_own_way() => Assert.Equal(
        """
        # HELP up Says \\ and \n and \".
        # TYPE up counter
        up_total 3
        # HELP certificate_expiry_seconds Until then.
        # TYPE certificate_expiry_seconds gauge
        # UNIT certificate_expiry_seconds seconds
        certificate_expiry_seconds -1.5
        # HELP template_info What is in force.
        # TYPE template_info gauge
        template_info{template="a\"\\\nb",hash=""} 1
        template_info{template="c",hash="d"} 1
        # EOF

        """,
        Exposed.Text(Example(), ExpositionFormat.OpenMetrics));

    [Fact]
    public void An_empty_registry_is_an_empty_exposition()
    {
        Assert.Equal("", Exposed.Text(new MetricRegistry(), ExpositionFormat.Text));
        Assert.Equal("# EOF\n", Exposed.Text(new MetricRegistry(), ExpositionFormat.OpenMetrics));
    }

    [Fact]
    public void A_histogram_has_buckets_up_to_infinity_a_sum_and_a_count()
    {
        MetricRegistry registry = new();
        AdmissionMetrics metrics = new(registry);
        foreach (double milliseconds in new[] { -1, 0.25, 0.2501, 1000, 60_000 })
        {
            metrics.Record("mutate", AdmissionOperation.Create, "allowed", "not-requested", TimeSpan.FromMilliseconds(milliseconds));
        }

        string text = Exposed.Text(registry, ExpositionFormat.Text);
        Assert.Contains(
            """
            # TYPE webhooks_admission_duration_seconds histogram
            webhooks_admission_duration_seconds_bucket{webhook="mutate",le="0.00025"} 2
            webhooks_admission_duration_seconds_bucket{webhook="mutate",le="0.0005"} 3
            """,
            text, StringComparison.Ordinal);
        Assert.EndsWith(
            """
            webhooks_admission_duration_seconds_bucket{webhook="mutate",le="0.5"} 3
            webhooks_admission_duration_seconds_bucket{webhook="mutate",le="1"} 4
            webhooks_admission_duration_seconds_bucket{webhook="mutate",le="2.5"} 4
            webhooks_admission_duration_seconds_bucket{webhook="mutate",le="+Inf"} 5
            webhooks_admission_duration_seconds_sum{webhook="mutate"} 61.0005001
            webhooks_admission_duration_seconds_count{webhook="mutate"} 5

            """,
            text, StringComparison.Ordinal);
        Assert.Contains(
            """webhooks_admission_duration_seconds_bucket{webhook="mutate",le="1.0"} 4""",
            Exposed.Text(registry, ExpositionFormat.OpenMetrics), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "+Inf")]
    [InlineData(double.NegativeInfinity, "-Inf")]
    [InlineData(0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1234567890123, "1234567890123")]
    [InlineData(-1.7976931348623157E+308, "-1.7976931348623157E+308")]
    [InlineData(5E-324, "5E-324")]
    public void Numbers_are_written_in_no_culture(double number, string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            MetricRegistry registry = new();
            registry.Gauge("number", "A number.", () => number);
            Assert.EndsWith($"\nnumber {text}\n", Exposed.Text(registry, ExpositionFormat.Text), StringComparison.Ordinal);
            Assert.Equal(number, Exposed.Number(registry, "number"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_number_that_is_not_there_has_no_series()
    {
        MetricRegistry registry = new();
        registry.Gauge("number", "A number.", () => null);
        Assert.Empty(Assert.Single(Exposed.Read(registry, ExpositionFormat.Text)).Samples);
    }

    [Fact]
    public void A_series_with_too_few_labels_is_our_mistake()
    {
        MetricRegistry registry = new();
        registry.Gauge("number", "A number.", ["a", "b"], () => [new Sample(1, "x")]);
        Assert.Throws<InvalidOperationException>(() => Exposed.Text(registry, ExpositionFormat.Text));
    }

    private static MetricRegistry Example()
    {
        MetricRegistry registry = new();
        registry.Counter("up_total", "Says \\ and \n and \".", () => 3);
        registry.Gauge("certificate_expiry_seconds", "Until then.", () => -1.5);
        registry.Gauge("template_info", "What is in force.", ["template", "hash"], () => [new Sample(1, "a\"\\\nb", ""), new Sample(1, "c", "d")]);
        return registry;
    }
}
