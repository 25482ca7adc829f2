using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Webhooks.Server.Debugging;
using Webhooks.Server.Lifetimes;
using Webhooks.Server.Metrics;
using Xunit;

namespace Webhooks.FunctionalTests.Debugging;

/// <summary>The pages of <c>/debug</c>, and who may see them.</summary>
public sealed class DebugEndpointsTests : IAsyncLifetime
{
    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        _server = builder.Build();
        MetricRegistry queues = new();
        queues.Gauge("workqueue_depth", "Keys that are ready.", ["name"], () => [new Sample(3, "users"), new Sample(0, "nodes")]);
        queues.Gauge("workqueue_unfinished_work_seconds", "How long.", ["name"], () => [new Sample(0.25, "users")]);
        queues.Gauge("process_max_fds", "Not a queue's.", () => 1);
        DebugEndpoints.Map(_server, DebugPages.Of(
            () => [("tls", PartState.Running), ("drain", PartState.Failed)], () => queues.Families, () => [new InformerReading("configmaps", true, 7)]));
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:127.1.2.3")]
    public async Task Callers_on_this_machine_are_answered(string caller)
    {
        foreach (string path in (string[])["/debug", "/debug/parts", "/debug/gc", "/debug/queues", "/debug/informers"])
        {
            Assert.Equal(StatusCodes.Status200OK, (await GetAsync(path, caller)).Code);
        }
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("2001:db8::1")]
    [InlineData(null)]
    public async Task Others_are_refused_and_told_what_to_do(string? caller)
    {
        foreach (string path in (string[])["/debug", "/debug/parts", "/debug/gc", "/debug/queues", "/debug/informers"])
        {
            Assert.Equal((StatusCodes.Status403Forbidden, "/debug answers this machine alone; try kubectl port-forward, and curl localhost\n"), await GetAsync(path, caller));
        }
    }

    [Theory]
    [InlineData("/debug/parts", """[{"name":"tls","state":"running"},{"name":"drain","state":"failed"}]""")]
    [InlineData("/debug/queues", """[{"name":"nodes","depth":0},{"name":"users","depth":3,"unfinished_work_seconds":0.25}]""")]
    [InlineData("/debug/informers", """[{"name":"configmaps","synced":true,"objects":7}]""")]
    public async Task A_page_is_JSON(string path, string text) => Assert.Equal((StatusCodes.Status200OK, text + "\n"), await GetAsync(path, "127.0.0.1"));

    [Fact]
    public async Task The_collector_s_figures_are_those_of_this_process()
    {
        GC.Collect();
        using JsonDocument page = JsonDocument.Parse((await GetAsync("/debug/gc", "127.0.0.1")).Text);
        Assert.InRange(page.RootElement.GetProperty("heapBytes").GetInt64(), 1, long.MaxValue);
        Assert.InRange(page.RootElement.GetProperty("allocatedBytesNow").GetInt64(), page.RootElement.GetProperty("heapBytes").GetInt64() / 2, GC.GetTotalAllocatedBytes());
        Assert.Equal(["0", "1", "2", "large", "pinned"], page.RootElement.GetProperty("generations").EnumerateArray().Select(one => one.GetProperty("generation").GetString()));
        Assert.InRange(page.RootElement.GetProperty("generations")[2].GetProperty("collectionsNow").GetInt32(), 1, int.MaxValue);
    }

    [Fact]
    public async Task The_index_names_each_page()
    {
        (_, string text) = await GetAsync("/debug", "::1");
        Assert.Equal(["/debug/parts", "/debug/gc", "/debug/queues", "/debug/informers"], text.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
    }

    private async Task<(int Code, string Text)> GetAsync(string path, string? caller)
    {
        HttpContext context = await _server.GetTestServer().SendAsync(request =>
        {
            request.Request.Method = HttpMethods.Get;
            request.Request.Path = path;
            request.Connection.RemoteIpAddress = caller == null ? null : IPAddress.Parse(caller);
        });
        using StreamReader text = new(context.Response.Body);
        return (context.Response.StatusCode, await text.ReadToEndAsync());
    }
}
