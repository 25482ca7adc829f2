using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Resources.Json;
using Webhooks.Server.Metrics;
using Xunit;

namespace Webhooks.Tests.Metrics;

/// <summary>The labels of what meters measure: bounded in names, values and number.</summary>
public sealed class MeteredLabelsTests : IDisposable
{
    private readonly string _prefix = $"Test.{Guid.NewGuid():N}.";
    private readonly Meter _meter;
    private readonly MeteredFamilies _families;

    public MeteredLabelsTests()
    {
        _meter = new Meter(_prefix + "Queues");
        _families = new MeteredFamilies(_prefix, NullLogger.Instance);
    }

    public void Dispose()
    {
        _families.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void What_is_beyond_the_bound_is_one_series()
    {
        Counter<long> requests = _meter.CreateCounter<long>("requests_total");
        for (int number = 0; number < TaggedSeries<object>.Most + 500; number++)
        {
            requests.Add(1, new KeyValuePair<string, object?>("host", $"h{number}"));
        }

        string[] series = Series();
        Assert.Equal(TaggedSeries<object>.Most + 1, series.Length);
        Assert.Contains("requests_total{host=\"other\"} 500", series);
    }

    [Fact]
    public void A_tag_that_the_first_measurement_had_not_is_left_out_and_one_that_lacks_is_empty()
    {
        Counter<long> requests = _meter.CreateCounter<long>("requests_total");
        requests.Add(1, new("verb", "get"), new KeyValuePair<string, object?>("code", 200));
        requests.Add(1, new("code", 500), new("verb", "get"), new KeyValuePair<string, object?>("host", "a"));
        requests.Add(1, new KeyValuePair<string, object?>("verb", new string('x', 100)));
        Assert.Equal(
            ["requests_total{verb=\"get\",code=\"200\"} 1", "requests_total{verb=\"get\",code=\"500\"} 1", $"requests_total{{verb=\"{new string('x', 64)}\",code=\"\"}} 1"],
            Series().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Measuring_what_was_measured_before_allocates_nothing()
    {
        Counter<long> requests = _meter.CreateCounter<long>("requests_total");
        Histogram<double> durations = _meter.CreateHistogram<double>("request_duration_seconds");
        KeyValuePair<string, object?> verb = new("verb", "get");
        Allocations.AssertNone(() =>
        {
            requests.Add(1, verb);
            durations.Record(0.1, verb);
        });
    }

    private string[] Series()
    {
        using PooledBuffer text = new();
        PrometheusText.Write(text, _families.Read(), ExpositionFormat.Text);
        return [.. Encoding.UTF8.GetString(text.WrittenSpan).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
    }
}
