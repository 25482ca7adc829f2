using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Webhooks.Server.Health;
using Xunit;

namespace Webhooks.FunctionalTests.Health;

/// <summary>The probes, as Kubernetes' own servers answer them.</summary>
public sealed class HealthTests : IAsyncLifetime
{
    private WebApplication _server = null!;
    private HttpClient _client = null!;
    private HealthState _templates = new(true, "2 in force");

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        HealthEndpoints.Map(_server, "readyz", [new HealthCheck("ping", () => HealthState.Well), new HealthCheck("templates", () => _templates)]);
        await _server.StartAsync();
        _client = _server.GetTestClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("/readyz", "ok")]
    [InlineData("/readyz?verbose", "[+]ping ok\n[+]templates ok: 2 in force\nreadyz check passed\n")]
    [InlineData("/readyz?verbose=1&exclude=templates", "[+]ping ok\n[+]templates excluded: ok\nreadyz check passed\n")]
    [InlineData("/readyz?verbose&exclude=x", "[+]ping ok\n[+]templates ok: 2 in force\nwarn: some health checks cannot be excluded: no matches for \"x\"\nreadyz check passed\n")]
    [InlineData("/readyz/templates", "ok")]
    public async Task What_is_well_is_200(string path, string text) => await AssertAnswer(path, HttpStatusCode.OK, text);

    [Theory]
    [InlineData("/readyz", "[+]ping ok\n[-]templates failed: none loaded\nreadyz check failed\n")]
    [InlineData("/readyz/templates", "templates failed: none loaded\n")]
    public async Task What_is_not_well_is_503_and_says_why(string path, string text)
    {
        _templates = new HealthState(false, "none loaded");
        await AssertAnswer(path, HttpStatusCode.ServiceUnavailable, text);
    }

    [Theory]
    [InlineData("/readyz?exclude=templates", "ok")]
    [InlineData("/readyz/ping", "ok")]
    public async Task What_is_not_looked_at_does_not_count(string path, string text)
    {
        _templates = new HealthState(false, "none loaded");
        await AssertAnswer(path, HttpStatusCode.OK, text);
    }

    [Fact]
    public async Task A_check_that_is_not_there_is_404()
    {
        using HttpResponseMessage answer = await _client.GetAsync("/readyz/other");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task HEAD_gets_the_headers_alone()
    {
        using HttpResponseMessage answer = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/readyz"));
        Assert.Equal((HttpStatusCode.OK, 2L), (answer.StatusCode, answer.Content.Headers.ContentLength));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task AssertAnswer(string path, HttpStatusCode code, string text)
    {
        using HttpResponseMessage answer = await _client.GetAsync(path);
        Assert.Equal(text, await answer.Content.ReadAsStringAsync());
        Assert.Equal(code, answer.StatusCode);
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
    }
}
