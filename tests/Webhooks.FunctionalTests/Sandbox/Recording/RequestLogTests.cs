using System.Net;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Recording;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Recording;

public sealed class RequestLogTests : IAsyncLifetime, IDisposable
{
    private ApiServer _server = null!;
    private SandboxClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await ApiServer.StartAsync(new ApiServerOptions { RecordsRequests = true });
        _client = new SandboxClient(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_request_is_recorded_with_its_answer()
    {
        (HttpStatusCode code, _) = await _client.CreateAsync("a");
        RecordedRequest request = await _server.Requests.WaitForAsync(item => item.End == RequestEnd.Complete);
        Assert.Equal(HttpStatusCode.Created, code);
        Assert.Equal(
            ("create", "POST", "/api/v1/namespaces/default/configmaps", "configmaps", "default", "", HttpStatusCode.Created),
            (request.Verb, request.Method, request.Target, request.Resource, request.Namespace, request.Name, request.Code));
        Assert.Equal(("admin", "", "tests/admin", "application/json"), (request.User, request.Impersonator, request.UserAgent, request.ContentType));
        Assert.Equal("""{"metadata":{"name":"a"}}""", request.BodyText);
        Assert.Contains("\"kind\":\"ConfigMap\"", request.AnswerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_acts_as_somebody_else_is_recorded_beside_him()
    {
        await _client.GetAsync("/api/v1/pods?limit=1", ("Impersonate-User", "jane"));
        RecordedRequest request = await _server.Requests.WaitForAsync(item => item.End == RequestEnd.Complete);
        Assert.Equal(("/api/v1/pods?limit=1", "jane", "admin", HttpStatusCode.Forbidden), (request.Target, request.User, request.Impersonator, request.Code));
    }

    [Fact]
    public async Task A_watch_is_recorded_from_its_start_with_the_number_of_its_events()
    {
        using WatchLines watch = await _client.WatchAsync("/api/v1/namespaces/default/configmaps?watch=1&timeoutSeconds=1&fieldSelector=metadata.name=a");
        RecordedRequest begun = await _server.Requests.WaitForAsync(item => item.Verb == "watch" && item.Code == HttpStatusCode.OK);
        Assert.Equal(RequestEnd.None, begun.End);
        await _client.CreateAsync("a");
        await _server.Requests.WaitForAsync(item => item.Events == 1);
        Assert.Single(await watch.AllAsync());
        RecordedRequest ended = await _server.Requests.WaitForAsync(item => item.Number == begun.Number && item.End != RequestEnd.None);
        Assert.Equal((1, RequestEnd.Complete), (ended.Events, ended.End));
    }

    [Fact]
    public async Task A_client_that_goes_is_recorded()
    {
        using (await _client.WatchAsync("/api/v1/configmaps?watch=1"))
        {
        }

        RecordedRequest ended = await _server.Requests.WaitForAsync(item => item.Verb == "watch" && item.End != RequestEnd.None);
        Assert.Equal(RequestEnd.Aborted, ended.End);
    }

    [Fact]
    public async Task Waiting_is_for_requests_to_come_as_well()
    {
        Task<RecordedRequest> waiting = _server.Requests.WaitForAsync(item => item.Code == HttpStatusCode.NotFound);
        await _client.GetAsync("/api/v1/namespaces/default/configmaps/a");
        Assert.Equal("a", (await waiting).Name);
    }

    [Fact]
    public async Task Nothing_is_recorded_while_that_is_off()
    {
        _server.Requests.IsOn = false;
        await _client.CreateAsync("a");
        Assert.Empty(_server.Requests);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _server.Requests.WaitForAsync(_ => true));
    }

    [Fact]
    public async Task Clearing_forgets()
    {
        await _client.CreateAsync("a");
        _server.Requests.Clear();
        await _client.GetAsync("/version");
        await _server.Requests.WaitForAsync(item => item.Code == HttpStatusCode.OK);
        Assert.Equal(["get"], _server.Requests.Select(item => item.Verb));
    }
}
