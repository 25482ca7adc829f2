using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Queues;
using Webhooks.Resources.Json;
using Webhooks.Server.Metrics;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Metrics;

/// <summary>What meters measure, scraped.</summary>
public sealed class MeteredFamiliesTests : IDisposable
{
    private readonly string _prefix = $"Test.{Guid.NewGuid():N}.";
    private readonly Meter _meter;
    private readonly MeteredFamilies _families;

    public MeteredFamiliesTests()
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
    public void Each_kind_of_instrument_is_a_family_of_its_kind()
    {
        _meter.CreateCounter<long>("rest_client_requests_total", null, "Requests.").Add(2, new KeyValuePair<string, object?>("code", 200));
        _meter.CreateUpDownCounter<int>("in_flight", null, "Under way.").Add(3);
        _meter.CreateGauge<double>("leader_election_master_status", null, "Whether it leads.").Record(1);
        _meter.CreateObservableGauge("workqueue_depth", () => 7L, null, "Keys.");
        _meter.CreateObservableCounter("workqueue_adds_total", () => 9, null, "Adds.");
        Assert.Equal(
            """
            # HELP in_flight Under way.
            # TYPE in_flight gauge
            in_flight 3
            # HELP leader_election_master_status Whether it leads.
            # TYPE leader_election_master_status gauge
            leader_election_master_status 1
            # HELP rest_client_requests_total Requests.
            # TYPE rest_client_requests_total counter
            rest_client_requests_total{code="200"} 2
            # HELP workqueue_adds_total Adds.
            # TYPE workqueue_adds_total counter
            workqueue_adds_total 9
            # HELP workqueue_depth Keys.
            # TYPE workqueue_depth gauge
            workqueue_depth 7

            """,
            Text());
    }

    [Fact]
    public void A_histogram_has_the_bounds_that_it_advises()
    {
        Histogram<double> waits = _meter.CreateHistogram("waits_seconds", "s", "Waits.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-8, 0.5, 10] });
        foreach (double seconds in (double[])[1e-8, 0.1, 0.5, 3, 99, double.NaN])
        {
            waits.Record(seconds, new KeyValuePair<string, object?>("name", "users"));
        }

        Assert.Equal(
            """
            # HELP waits_seconds Waits.
            # TYPE waits_seconds histogram
            waits_seconds_bucket{name="users",le="0.00000001"} 1
            waits_seconds_bucket{name="users",le="0.5"} 3
            waits_seconds_bucket{name="users",le="10"} 4
            waits_seconds_bucket{name="users",le="+Inf"} 5
            waits_seconds_sum{name="users"} 102.60000001
            waits_seconds_count{name="users"} 5

            """,
            Text());
    }

    [Fact]
    public void Instruments_of_one_name_are_one_family_and_those_that_are_gone_say_no_more()
    {
        Meter other = new(_prefix + "Queues");
        _meter.CreateObservableGauge("workqueue_depth", () => new Measurement<long>(1, new KeyValuePair<string, object?>("name", "users")));
        other.CreateObservableGauge("workqueue_depth", () => new Measurement<long>(2, new KeyValuePair<string, object?>("name", "nodes")));
        Assert.Equal(["workqueue_depth{name=\"nodes\"} 2", "workqueue_depth{name=\"users\"} 1"], Series());
        other.Dispose();
        Assert.Equal(["workqueue_depth{name=\"users\"} 1"], Series());
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
    public void One_that_fails_keeps_no_other_from_being_read()
    {
        _meter.CreateObservableGauge("broken", new Func<long>(() => throw new InvalidOperationException("broken")));
        _meter.CreateObservableGauge("whole", () => 1L);
        Assert.Equal(["whole 1"], Series());
    }

    [Fact]
    public void Names_that_no_scraper_reads_are_left_out_and_counters_end_as_they_must()
    {
        _meter.CreateCounter<long>("http.client.open").Add(1);
        _meter.CreateCounter<long>("retries").Add(1);
        Assert.Equal(["retries_total 1"], Series());
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

    [Fact]
    public void A_work_queue_is_scraped_under_client_go_s_names()
    {
        using MeteredFamilies client = new(MeteredFamilies.ClientMeters, NullLogger.Instance);
        string name = $"q{Guid.NewGuid():N}";
        using WorkQueue<string> queue = new(name, new ManualTime());
        queue.Add("a");
        string text = Write(client);
        Assert.Contains($"workqueue_depth{{name=\"{name}\"}} 1\n", text, StringComparison.Ordinal);
        Assert.Contains($"workqueue_adds_total{{name=\"{name}\"}} 1\n", text, StringComparison.Ordinal);
    }

    private string[] Series() => [.. Text().Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    private string Text() => Write(_families);

    private static string Write(MeteredFamilies families)
    {
        using PooledBuffer text = new();
        PrometheusText.Write(text, families.Read(), ExpositionFormat.Text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
