using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Queues;
using Webhooks.Server.Metrics;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Metrics;

/// <summary>What meters measure, scraped.</summary>
public sealed class MeteredFamiliesTests : IDisposable
{
    private readonly ScrapedMeter _scraped = new();

    public void Dispose() => _scraped.Dispose();

    [Fact]
    public void Each_kind_of_instrument_is_a_family_of_its_kind()
    {
        _scraped.Meter.CreateCounter<long>("rest_client_requests_total", null, "Requests.").Add(2, new KeyValuePair<string, object?>("code", 200));
        _scraped.Meter.CreateUpDownCounter<int>("in_flight", null, "Under way.").Add(3);
        _scraped.Meter.CreateGauge<double>("leader_election_master_status", null, "Whether it leads.").Record(1);
        _scraped.Meter.CreateObservableGauge("workqueue_depth", () => 7L, null, "Keys.");
        _scraped.Meter.CreateObservableCounter("workqueue_adds_total", () => 9, null, "Adds.");
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
            _scraped.Text);
    }

    [Fact]
    public void A_histogram_has_the_bounds_that_it_advises()
    {
        Histogram<double> waits = _scraped.Meter.CreateHistogram("waits_seconds", "s", "Waits.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1e-8, 0.5, 10] });
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
            _scraped.Text);
    }

    [Fact]
    public void Instruments_of_one_name_are_one_family_and_those_that_are_gone_say_no_more()
    {
        Meter other = _scraped.Another();
        _scraped.Meter.CreateObservableGauge("workqueue_depth", () => new Measurement<long>(1, new KeyValuePair<string, object?>("name", "users")));
        other.CreateObservableGauge("workqueue_depth", () => new Measurement<long>(2, new KeyValuePair<string, object?>("name", "nodes")));
        Assert.Equal(["workqueue_depth{name=\"nodes\"} 2", "workqueue_depth{name=\"users\"} 1"], _scraped.Series);
        other.Dispose();
        Assert.Equal(["workqueue_depth{name=\"users\"} 1"], _scraped.Series);
    }

    [Fact]
    public void One_that_fails_keeps_no_other_from_being_read()
    {
        _scraped.Meter.CreateObservableGauge("broken", new Func<long>(() => throw new InvalidOperationException("broken")));
        _scraped.Meter.CreateObservableGauge("whole", () => 1L);
        Assert.Equal(["whole 1"], _scraped.Series);
    }

    [Fact]
    public void Names_that_no_scraper_reads_are_left_out_and_counters_end_as_they_must()
    {
        _scraped.Meter.CreateCounter<long>("http.client.open").Add(1);
        _scraped.Meter.CreateCounter<long>("retries").Add(1);
        Assert.Equal(["retries_total 1"], _scraped.Series);
    }

    [Fact]
    public void A_work_queue_is_scraped_under_client_go_s_names()
    {
        using MeteredFamilies client = new(MeteredFamilies.ClientMeters, NullLogger.Instance);
        string name = $"q{Guid.NewGuid():N}";
        using WorkQueue<string> queue = new(name, new ManualTime());
        queue.Add("a");
        string text = ScrapedMeter.TextOf(client);
        Assert.Contains($"workqueue_depth{{name=\"{name}\"}} 1\n", text, StringComparison.Ordinal);
        Assert.Contains($"workqueue_adds_total{{name=\"{name}\"}} 1\n", text, StringComparison.Ordinal);
    }
}
