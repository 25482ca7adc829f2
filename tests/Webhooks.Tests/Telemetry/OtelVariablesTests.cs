using Webhooks.Server.Telemetry;
using Xunit;

namespace Webhooks.Tests.Telemetry;

public sealed class OtelVariablesTests
{
    [Theory]
    [InlineData("", false, false)]
    [InlineData("OTEL_SERVICE_NAME=x OTEL_METRIC_EXPORT_INTERVAL=1000", false, false)] // these alone ask for nothing
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=", false, false)] // empty is none
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://x", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://x", false, true)]
    [InlineData("OTEL_TRACES_EXPORTER=otlp", true, false)]
    [InlineData("OTEL_METRICS_EXPORTER=otlp", false, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_METRICS_EXPORTER=none", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_TRACES_EXPORTER=console", false, true)]
    [InlineData("OTEL_TRACES_EXPORTER=console,otlp", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_SDK_DISABLED=TRUE", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_SDK_DISABLED=1", true, true)] // only true is true
    public void Only_what_is_asked_for_is_exported(string variables, bool traces, bool metrics)
    {
        OtelVariables read = Of(variables);
        Assert.Equal((traces, metrics), (read.Traces.IsExported, read.Metrics.IsExported));
    }

    [Fact]
    public void An_exporter_that_there_is_not_is_named() => Assert.Equal(
        ["OTEL_TRACES_EXPORTER: 'zipkin' is none of otlp, none", "OTEL_METRICS_EXPORTER: 'prometheus' is none of otlp, none"],
        Of("OTEL_TRACES_EXPORTER=zipkin,otlp OTEL_METRICS_EXPORTER=prometheus").Problems);

    [Fact]
    public void Variables_of_others_are_none_of_ours() =>
        Assert.Equal(["OTEL_SERVICE_NAME"], Of("PATH=/bin OTEL_SERVICE_NAME=x OTEL_RESOURCE_ATTRIBUTES=").Traces.Settings.Keys);

    [Fact]
    public void A_signal_s_own_variables_count_more_than_those_of_all()
    {
        OtelVariables read = Of(
            "OTEL_EXPORTER_OTLP_ENDPOINT=http://all OTEL_EXPORTER_OTLP_HEADERS=all=1 OTEL_EXPORTER_OTLP_TRACES_HEADERS=own=1 OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://own/x");
        Assert.Equal("own=1", read.Traces.Settings["OTEL_EXPORTER_OTLP_HEADERS"]);
        Assert.Equal("all=1", read.Metrics.Settings["OTEL_EXPORTER_OTLP_HEADERS"]);
        Assert.Equal(new Uri("http://own/x"), read.Traces.Endpoint);
        Assert.Null(read.Metrics.Endpoint);
        Assert.Equal("http://all", read.Traces.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"]);
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("collector:4317")]
    [InlineData("/v1/traces")]
    public void An_endpoint_that_is_no_URL_is_named(string endpoint)
    {
        OtelVariables read = Of($"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT={endpoint}");
        Assert.Equal([$"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '{endpoint}' is no http or https URL"], read.Problems);
        Assert.Null(read.Traces.Endpoint);
    }

    private static OtelVariables Of(string variables) => new(
        variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(variable => variable.Split('=', 2)).Select(pair => new KeyValuePair<string, string>(pair[0], pair[1])));
}
