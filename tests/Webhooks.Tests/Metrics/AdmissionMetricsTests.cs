using System.Globalization;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;
using Webhooks.Server.Metrics;
using Webhooks.Shared.Exposition;
using Xunit;

namespace Webhooks.Tests.Metrics;

public sealed class AdmissionMetricsTests
{
    private const string Requests = "webhooks_admission_requests_total";

    private static readonly AdmissionRequest Request = new(
        "1", new GroupVersionKind("", "v1", "Pod"), "", AdmissionOperation.Update, "p", "n", default, default, IsDryRun: false);

    private readonly MetricRegistry _registry = new();
    private readonly AdmissionMetrics _metrics;

    public AdmissionMetricsTests() => _metrics = new AdmissionMetrics(_registry);

    [Fact]
    public void Requests_are_counted_by_what_became_of_them()
    {
        _metrics.Record("mutate", Request, new AdmissionDecision.Denied(Status.Forbidden(new GroupResource("", "pods"), "p", "no")) { Reason = "conflict" }, TimeSpan.Zero);
        _metrics.Record("mutate", Request, new AdmissionDecision.Allowed { Reason = "unchanged" }, TimeSpan.Zero);
        _metrics.Record("mutate", Request, new AdmissionDecision.Allowed { Reason = "unchanged" }, TimeSpan.Zero);
        _metrics.Record("mutate/defaults", null, OutcomeWords.Error, "too-large", TimeSpan.Zero);

        Assert.Equal(1, Exposed.Number(_registry, Requests, "mutate", "UPDATE", "denied", "conflict"));
        Assert.Equal(2, Exposed.Number(_registry, Requests, "mutate", "UPDATE", "allowed", "unchanged"));
        Assert.Equal(1, Exposed.Number(_registry, Requests, "mutate/defaults", "", "error", "too-large"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_recorded_keeps_to_the_rules_of_scrapers(bool isOpenMetrics)
    {
        _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromMilliseconds(3));
        ProcessMetrics.Register(_registry, "1.2.3");
        RuntimeMetrics.Register(_registry);
        Assert.NotEmpty(Exposed.Read(_registry, isOpenMetrics ? ExpositionFormat.OpenMetrics : ExpositionFormat.Text));
    }

    [Fact]
    public void Recording_what_was_recorded_before_allocates_nothing()
    {
        Allocations.AssertNone(() => _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromMilliseconds(3)));
    }

    [Fact]
    public void A_label_that_is_not_closed_after_all_costs_nobody_s_memory()
    {
        for (int count = 0; count < LabelledSeries<AdmissionOutcome, Counter>.Most + 500; count++)
        {
            _metrics.Record("mutate", null, "error", count.ToString(CultureInfo.InvariantCulture), TimeSpan.Zero);
        }

        List<ExposedSample> series = Exposed.Read(_registry, ExpositionFormat.Text).Single(family => family.Name == Requests).Samples;
        Assert.Equal(LabelledSeries<AdmissionOutcome, Counter>.Most + 1, series.Count);
        Assert.Equal(500, Exposed.Number(_registry, Requests, "other", "other", "other", "other"));
        _metrics.Record("mutate", null, "error", "0", TimeSpan.Zero);
        Assert.Equal(2, Exposed.Number(_registry, Requests, "mutate", "", "error", "0"));
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_count_at_once_and_a_scrape_is_consistent()
    {
        using CancellationTokenSource done = new();
        Task scraper = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                Exposed.Read(_registry, ExpositionFormat.OpenMetrics);
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (int count = 0; count < 10_000; count++)
            {
                _metrics.Record("mutate", AdmissionOperation.Create, "allowed", thread % 2 == 0 ? "even" : "odd", TimeSpan.FromMicroseconds(count));
            }
        })));
        await done.CancelAsync();
        await scraper;

        Assert.Equal(20_000, Exposed.Number(_registry, Requests, "mutate", "CREATE", "allowed", "even"));
        Assert.Equal(40_000, Exposed.Number(_registry, "webhooks_admission_duration_seconds_count", "mutate"));
        Assert.Equal(4 * 49.995, Exposed.Number(_registry, "webhooks_admission_duration_seconds_sum", "mutate"), 6);
    }
}
