using Webhooks.Server.Metrics;
using Xunit;

namespace Webhooks.Tests.Metrics;

public sealed class ExpositionFormatTests
{
    private const string Prometheus2 =
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    private const string Prometheus3 =
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5," +
        "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

    [Theory]
    [InlineData(Prometheus2)]
    [InlineData(Prometheus3)]
    [InlineData("application/openmetrics-text")]
    [InlineData("APPLICATION/OpenMetrics-Text; VERSION=1.0.0")]
    [InlineData("application/openmetrics-text; version=\"1.0.0\"")]
    [InlineData("text/plain;q=0.5, application/openmetrics-text;q=0.6")]
    [InlineData("text/plain;q=0, */*")]
    [InlineData("application/*, text/*;q=0.9")]
    public void OpenMetrics_is_for_those_who_prefer_it(string accept) =>
        Assert.Equal("application/openmetrics-text; version=1.0.0; charset=utf-8", ExpositionFormat.Accepted(accept).ContentType);

    [Theory]
    [InlineData("*/*")]
    [InlineData("")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")] // a browser
    [InlineData("text/plain;version=0.0.4")]
    [InlineData("text/plain, application/openmetrics-text")]
    [InlineData("application/openmetrics-text;q=0.5, text/plain;q=0.6")]
    [InlineData("application/openmetrics-text;q=0, */*")]
    [InlineData("application/openmetrics-text;version=0.0.1")]
    [InlineData("application/openmetrics-text;version=2.0.0")]
    [InlineData("application/json")]
    [InlineData("application/openmetrics-text;q=1e9999;;;=\", \u0001")]
    public void All_others_get_the_text_format(string accept) =>
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", ExpositionFormat.Accepted(accept).ContentType);

    [Fact]
    public void Without_a_header_it_is_the_text_format() => Assert.Same(ExpositionFormat.Text, ExpositionFormat.Accepted());

    [Fact]
    public void Several_headers_are_one_list() =>
        Assert.Same(ExpositionFormat.OpenMetrics, ExpositionFormat.Accepted("text/plain;q=0.1", "application/openmetrics-text"));
}
