using Webhooks.Client.Configuration;
using Webhooks.Client.Pipeline;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Faults;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Pipeline;

/// <summary>A pipeline before a server that fails.</summary>
public sealed class SandboxPipelineTests : IAsyncLifetime
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private static readonly ApiRequest Get = new() { Method = HttpMethod.Get, Target = ConfigMaps + "/kube-root-ca.crt", Verb = "get" };
    private static readonly ApiRequest Create = new()
    {
        Method = HttpMethod.Post,
        Target = ConfigMaps,
        Verb = "create",
        ContentType = "application/json",
        Body = """{"metadata":{"name":"a"}}"""u8.ToArray(),
    };

    private readonly ManualTime _time = new();
    private ApiServer _server = null!;
    private ApiConnection _connection = null!;
    private IApiTransport _pipeline = null!;

    public async Task InitializeAsync()
    {
        using TemporaryFolder folder = new();
        _server = await ApiServer.StartAsync();
        _connection = ApiConnection.Open(ClientConfiguration.Find(folder.Write("config", _server.Kubeconfig("admin", "system:masters"))));
        _pipeline = RequestPipeline.Over(_connection, new() { Time = _time });
    }

    public async Task DisposeAsync()
    {
        _connection.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_the_server_puts_off_is_done_once_when_it_says()
    {
        Fault busy = _server.Faults.Add(new FaultMatch { Verb = "create", Resource = "configmaps" }, FaultEffect.TooManyRequests(1), times: 2);
        Assert.Equal(201, await AskAsync(Create));
        Assert.Equal(2, busy.Fired);
    }

    [Fact]
    public async Task What_breaks_off_is_read_again()
    {
        Fault broken = _server.Faults.Add(new FaultMatch { Verb = "get", Resource = "configmaps" }, new FaultEffect.Drop(), times: 2);
        Assert.Equal(200, await AskAsync(Get));
        Assert.Equal(2, broken.Fired);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_may_have_been_written_is_not_written_again(bool isWritten)
    {
        Fault broken = _server.Faults.Add(new FaultMatch { Verb = "create", Resource = "configmaps" }, new FaultEffect.Drop(isWritten));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(Create));
        Assert.Equal(1, broken.Fired);

        Task<int> looking = AskAsync(Get with { Target = ConfigMaps + "/a" });
        Assert.Equal(isWritten ? 200 : 404, isWritten ? await looking : (await Assert.ThrowsAsync<KubernetesApiException>(() => looking)).Code);
    }

    private async Task<int> AskAsync(ApiRequest request)
    {
        Task<ApiResponse> asking = _pipeline.SendAsync(request, default);
        await _time.AdvanceUntil(asking, TimeSpan.FromSeconds(1));
        using ApiResponse response = await asking;
        return response.Code;
    }
}
