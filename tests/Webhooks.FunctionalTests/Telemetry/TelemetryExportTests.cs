using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Webhooks.Admission.Reviews;
using Webhooks.Client.Queues;
using Webhooks.Server.Metrics;
using Webhooks.Server.Telemetry;
using Xunit;

namespace Webhooks.FunctionalTests.Telemetry;

// One after the other: who listens to spans and meters listens to those of the whole process.
[Collection("Telemetry")]
public sealed class TelemetryExportTests : IDisposable
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string SpanId = "b7ad6b7169203331";

    // Far more than disposing may take: a test that waits for it has failed.
    private static readonly TimeSpan Deadline = 10 * OtlpProviders.FlushTime;

    private readonly MetricRegistry _registry = new();
    private readonly AdmissionMetrics _metrics;
    private readonly KeptLines _log = new();

    public TelemetryExportTests() => _metrics = new AdmissionMetrics(_registry);

    [Fact]
    public async Task A_span_below_the_caller_s_and_the_numbers_are_sent()
    {
        await using Collector collector = await Collector.StartAsync();
        await RunAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=proof"));
        Assert.True(collector.Got("/v1/traces", Convert.FromHexString(TraceId), Convert.FromHexString(SpanId)));
        Assert.True(collector.GotText("/v1/traces", "POST /mutate", "http.response.status_code", "webhooks.decision", "changed", "webhooks.reason", "injected"));
        Assert.True(collector.GotText("/v1/metrics", "webhooks_admission_requests", "CREATE", "webhooks_admission_duration_seconds"));
        Assert.All(["/v1/traces", "/v1/metrics"], path => Assert.True(collector.GotText(path, "service.name", "webhooks", "service.version", "1.2.3", "proof")));
        Assert.Equal(["Information: telemetry is sent: traces True, metrics True"], _log.Lines);
    }

    [Fact]
    public async Task What_the_client_s_meters_measure_is_sent_under_client_go_s_names()
    {
        await using Collector collector = await Collector.StartAsync();
        IAsyncDisposable export = Start(("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", collector.Endpoint + "/v1/metrics"))!;
        using (WorkQueue<string> queue = new("proof-of-a-queue", TimeProvider.System))
        {
            queue.Add("a");
            await export.DisposeAsync().AsTask().WaitAsync(Deadline);
        }

        Assert.True(collector.GotText("/v1/metrics", "Webhooks.Client.Queues", "workqueue_depth", "workqueue_adds_total", "proof-of-a-queue"));
    }

    [Fact]
    public async Task The_service_s_name_is_what_the_variable_says()
    {
        await using Collector collector = await Collector.StartAsync();
        await RunAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint), ("OTEL_SERVICE_NAME", "admission-of-team-a"));
        Assert.True(collector.GotText("/v1/traces", "admission-of-team-a"));
        Assert.True(collector.GotText("/v1/metrics", "admission-of-team-a"));
    }

    [Fact]
    public async Task An_endpoint_for_traces_gets_traces_alone()
    {
        await using Collector collector = await Collector.StartAsync();
        await RunAsync(("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.Endpoint + "/mine"));
        Assert.Equal(["/mine"], collector.Paths);
    }

    [Fact]
    public async Task Numbers_are_sent_at_the_interval_that_is_asked_for()
    {
        await using Collector collector = await Collector.StartAsync();
        IAsyncDisposable export = Start(("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", collector.Endpoint + "/v1/metrics"), ("OTEL_METRIC_EXPORT_INTERVAL", "50"))!;
        Record();
        await Eventually(() => collector.GotText("/v1/metrics", "webhooks_admission_requests"));
        await export.DisposeAsync();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_HEADERS", "no header")]
    [InlineData("OTEL_EXPORTER_OTLP_TIMEOUT", "-5")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_HEADERS", "no header")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "0")]
    public async Task What_OpenTelemetry_can_not_use_is_told_of_and_disturbs_nothing(string variable, string value)
    {
        await using Collector collector = await Collector.StartAsync();
        await RunAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint), (variable, value));
        Assert.Contains(_log.Lines, line => line.StartsWith("Warning: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    public async Task A_collector_that_refuses_is_told_of_and_holds_nothing_up(int status)
    {
        await using Collector collector = await Collector.StartAsync(status);
        await RunAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint));
        Assert.Contains(_log.Lines, line => line.StartsWith("Warning: telemetry: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_holds_nothing_up_beyond_the_bound()
    {
        await using Collector collector = await Collector.StartSilentAsync();
        await RunAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Endpoint));
        Assert.Contains("Warning: telemetry: not all of it could be sent before the end", _log.Lines);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_is_told_of_and_holds_nothing_up()
    {
        Collector gone = await Collector.StartAsync();
        string endpoint = gone.Endpoint;
        await gone.DisposeAsync();
        await RunAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));
        Assert.Contains(_log.Lines, line => line.StartsWith("Warning: telemetry: ", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exporter_that_there_is_not_is_told_of()
    {
        Assert.Null(Start(("OTEL_TRACES_EXPORTER", "zipkin")));
        Assert.Equal(["Warning: OTEL_TRACES_EXPORTER: 'zipkin' is none of otlp, none; it is ignored"], _log.Lines);
    }

    [Fact]
    public async Task Nothing_of_OpenTelemetry_is_loaded_unless_somebody_asks_for_it()
    {
        LoadedAgain server = new();
        Assert.Null(server.Start([]));
        Assert.Null(server.Start([new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"), new("OTEL_SDK_DISABLED", "true")]));
        Assert.DoesNotContain(server.Requested, name => name.StartsWith("OpenTelemetry", StringComparison.Ordinal));

        IAsyncDisposable export = server.Start([new("OTEL_METRICS_EXPORTER", "otlp"), new("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")])!;
        await export.DisposeAsync();
        Assert.Contains("OpenTelemetry", server.Requested);
    }

    public void Dispose() => _log.Dispose();

    private async Task RunAsync(params (string, string)[] variables)
    {
        IAsyncDisposable? export = Start(variables);
        Assert.NotNull(export);
        Record();
        await export.DisposeAsync().AsTask().WaitAsync(Deadline);
    }

    private IAsyncDisposable? Start(params IEnumerable<(string Name, string Value)> variables) => TelemetryExport.Start(
        new OtelVariables([new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), .. variables.Select(variable => new KeyValuePair<string, string>(variable.Name, variable.Value))]),
        _registry, "1.2.3", _log);

    private void Record()
    {
        _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromMilliseconds(1));
        DefaultHttpContext context = new();
        context.Request.Headers.TraceParent = $"00-{TraceId}-{SpanId}-01";
        Activity? span = AdmissionTracing.Start(context.Request, Examples.Mutate);
        AdmissionTracing.End(span, 200, "changed", "injected");
    }

    private static async Task Eventually(Func<bool> fact)
    {
        using CancellationTokenSource deadline = new(Deadline);
        while (!fact())
        {
            await Task.Delay(10, deadline.Token);
        }
    }
}
