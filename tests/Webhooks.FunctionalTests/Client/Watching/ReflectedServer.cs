using System.Web;
using Webhooks.Client.Configuration;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Sandbox;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Client.Watching;

/// <summary>An in-memory API server, somebody who writes ConfigMaps there, and a reflector that has an eye on them.</summary>
internal sealed class ReflectedServer : IAsyncDisposable
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _cancel = new();
    private readonly SandboxClient _client;
    private readonly ApiConnection _connection;
    private Task _run = Task.CompletedTask;

    private ReflectedServer(ApiServer server)
    {
        Server = server;
        _client = new SandboxClient(server);
        _connection = ApiConnection.Open(ClientConfiguration.Find(_folder.Write("config", server.Kubeconfig("reflector", "system:masters"))));
    }

    public ApiServer Server { get; }

    public CollectingSink Sink { get; } = new();

    /// <summary>What the reflector asked, shortly: <c>list 0</c>, <c>watch</c>, <c>watchlist</c>; a watch without its version.</summary>
    public IEnumerable<string> Asked => Server.Requests.Where(request => request.User == "reflector").Select(request =>
    {
        System.Collections.Specialized.NameValueCollection query = HttpUtility.ParseQueryString(request.Target.Split('?')[1]);
        return query["sendInitialEvents"] == "true" ? "watchlist"
            : request.Verb == "watch" ? "watch"
            : query["continue"] != null ? "page"
            : query["resourceVersion"] is "0" or null ? $"list {query["resourceVersion"]}".TrimEnd()
            : "list at";
    });

    public static async Task<ReflectedServer> StartAsync() =>
        new(await ApiServer.StartAsync(new ApiServerOptions { MakesServiceAccounts = false, RecordsRequests = true }));

    /// <summary>Makes objects: <c>a=1</c>.</summary>
    public async Task WriteAsync(params string[] items)
    {
        foreach (string[] item in items.Select(item => item.Split('=')))
        {
            await _client.SendAsync(HttpMethod.Post, ConfigMaps, $$$"""{"metadata":{"name":"{{{item[0]}}}"}}""");
            await _client.SendAsync(HttpMethod.Patch, $"{ConfigMaps}/{item[0]}", $$$"""{"data":{"k":"{{{item[1]}}}"}}""", "application/merge-patch+json");
        }
    }

    public Task DeleteAsync(string name) => _client.SendAsync(HttpMethod.Delete, $"{ConfigMaps}/{name}", "{}");

    /// <summary>Starts the reflector.</summary>
    public void Reflect(bool usesWatchList = true, int pageSize = 500) =>
        _run = new Reflector<ConfigMap>(
            _connection, Sink, new ReflectorOptions<ConfigMap> { Namespace = "default", UsesWatchList = usesWatchList, PageSize = pageSize }).RunAsync(_cancel.Token);

    /// <summary>Waits until that is shown.</summary>
    public Task ShowsAsync(string items) => Eventually.HoldsAsync(() => Sink.Shown == items);

    /// <summary>Waits until the reflector's last watch has begun.</summary>
    public Task WatchesAsync(int watches) => Eventually.HoldsAsync(() => Asked.Count(asked => asked.StartsWith("watch", StringComparison.Ordinal)) >= watches);

    /// <summary>Cancels the reflector, and waits for its end.</summary>
    public async Task StopAsync()
    {
        await _cancel.CancelAsync();
        await _run;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _connection.Dispose();
        _client.Dispose();
        _cancel.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
