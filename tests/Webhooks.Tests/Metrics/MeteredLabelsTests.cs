using System.Diagnostics.Metrics;
using Webhooks.Server.Metrics;
using Xunit;

namespace Webhooks.Tests.Metrics;

/// <summary>The labels of what meters measure: bounded in names, values and number.</summary>
public sealed class MeteredLabelsTests : IDisposable
{
    private readonly ScrapedMeter _scraped = new();

    public void Dispose() => _scraped.Dispose();

    [Fact]
    public void What_is_beyond_the_bound_is_one_series()
    {
        Counter<long> requests = _scraped.Meter.CreateCounter<long>("requests_total");
        for (int number = 0; number < TaggedSeries<object>.Most + 500; number++)
        {
            requests.Add(1, new KeyValuePair<string, object?>("host", $"h{number}"));
        }

        string[] series = _scraped.Series;
        Assert.Equal(TaggedSeries<object>.Most + 1, series.Length);
        Assert.Contains("requests_total{host=\"other\"} 500", series);
    }

    [Fact]
    public void A_tag_that_the_first_measurement_had_not_is_left_out_and_one_that_lacks_is_empty()
    {
        Counter<long> requests = _scraped.Meter.CreateCounter<long>("requests_total");
        requests.Add(1, new("verb", "get"), new KeyValuePair<string, object?>("code", 200));
        requests.Add(1, new("code", 500), new("verb", "get"), new KeyValuePair<string, object?>("host", "a"));
        requests.Add(1, new KeyValuePair<string, object?>("verb", new string('x', 100)));
        Assert.Equal(
            ["requests_total{verb=\"get\",code=\"200\"} 1", "requests_total{verb=\"get\",code=\"500\"} 1", $"requests_total{{verb=\"{new string('x', 64)}\",code=\"\"}} 1"],
            _scraped.Series.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Measuring_what_was_measured_before_allocates_nothing()
    {
        Counter<long> requests = _scraped.Meter.CreateCounter<long>("requests_total");
        Histogram<double> durations = _scraped.Meter.CreateHistogram<double>("request_duration_seconds");
        KeyValuePair<string, object?> verb = new("verb", "get");
        Allocations.AssertNone(() =>
        {
            requests.Add(1, verb);
            durations.Record(0.1, verb);
        });
    }
}
