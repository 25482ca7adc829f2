using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Configuration;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Sandbox;
using Webhooks.Server.Certificates;
using Webhooks.Server.Serving;

namespace Webhooks.FunctionalTests.Clusters;

/// <summary>An API server in memory with <c>serve</c> on it, in this process, by a kubeconfig and through a gate.</summary>
internal sealed class TemplatedCluster : IAsyncDisposable
{
    private const string Own = "webhooks-system";
    private const string ConfigMaps = $"/api/v1/namespaces/{Own}/configmaps";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _health = new();
    private readonly ServeRun _run;
    private readonly Task _running;

    private TemplatedCluster(ApiServer server, string user, string group, bool isGated)
    {
        Server = server;
        Admin = new SandboxClient(server);
        Gate = new TcpGate(server.Address.Port);
        string kubeconfig = server.Kubeconfig(user, group);
        string file = _folder.Write("kubeconfig", isGated ? kubeconfig.Replace($":{server.Address.Port}", $":{Gate.Port}", StringComparison.Ordinal) : kubeconfig);
        ServeSettings settings = new()
        {
            BindAddress = IPAddress.Loopback,
            Port = 0,
            HealthPort = 0,
            Tls = new TlsSettings { SelfSignedFolder = _folder["tls"] },
            Cluster = Kubeconfig.Load(file).Resolve(),
            DrainDelay = TimeSpan.Zero,
            HasDebugEndpoints = true,
        };
        _run = new ServeRun(settings, NullLoggerFactory.Instance, Time);
        _running = Task.Run(() => _run.RunAsync(_stop.Token));
    }

    /// <summary>The API server. It records requests.</summary>
    public ApiServer Server { get; }

    /// <summary>Everything is allowed to it, and no gate is before it.</summary>
    public SandboxClient Admin { get; }

    /// <summary>What stands between the server of webhooks and the API server, if anything does.</summary>
    public TcpGate Gate { get; }

    /// <summary>The clock of the server of webhooks.</summary>
    public ShiftedTime Time { get; } = new();

    /// <summary>Ends when it is ready.</summary>
    public Task<ServePorts> Ready => _run.Ready;

    /// <summary>Starts both, and waits until probes are answered.</summary>
    public static async Task<TemplatedCluster> StartAsync(string user = "admin", string group = "system:masters", bool isGated = true)
    {
        ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { RecordsRequests = true });
        using (SandboxClient admin = new(server))
        {
            await admin.SendAsync(HttpMethod.Post, "/api/v1/namespaces", $$$"""{"metadata":{"name":"{{{Own}}}"}}""");
        }

        TemplatedCluster cluster = new(server, user, group, isGated);
        if (await Task.WhenAny(cluster._running, cluster._run.Probed) == cluster._running)
        {
            await cluster._running;
        }

        ServePorts ports = await cluster._run.Probed;
        cluster._health.BaseAddress = new Uri($"http://127.0.0.1:{ports.Health}");
        return cluster;
    }

    /// <summary>Makes a ConfigMap, or puts another in its place.</summary>
    public async Task WriteAsync(string template, string config, bool isNew = false)
    {
        string body = JsonSerializer.Serialize(new { metadata = new { name = $"{template}-initializer" }, data = new { config } });
        (HttpStatusCode code, _) = isNew
            ? await Admin.SendAsync(HttpMethod.Post, ConfigMaps, body)
            : await Admin.SendAsync(HttpMethod.Put, $"{ConfigMaps}/{template}-initializer", body);
        Xunit.Assert.Equal(isNew ? HttpStatusCode.Created : HttpStatusCode.OK, code);
    }

    /// <summary>Deletes a ConfigMap.</summary>
    public async Task DeleteAsync(string template) =>
        Xunit.Assert.Equal(HttpStatusCode.OK, (await Admin.SendAsync(HttpMethod.Delete, $"{ConfigMaps}/{template}-initializer", "")).Code);

    /// <summary>Lets <c>serve</c> list and watch a resource: of the own namespace by a Role, or of the cluster by a ClusterRole.</summary>
    public async Task GrantAsync(string kind, string resource)
    {
        string path = "/apis/rbac.authorization.k8s.io/v1" + (kind == "Role" ? $"/namespaces/{Own}/role" : "/clusterrole");
        string role = $$$"""{"metadata":{"name":"webhooks-serve"},"rules":[{"apiGroups":[""],"resources":["{{{resource}}}"],"verbs":["get","list","watch"]}]}""";
        string binding = $$$"""{"metadata":{"name":"webhooks-serve"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"{{{kind}}}","name":"webhooks-serve"},"subjects":[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"serve"}]}""";
        Xunit.Assert.Equal(HttpStatusCode.Created, (await Admin.SendAsync(HttpMethod.Post, path + "s", role)).Code);
        Xunit.Assert.Equal(HttpStatusCode.Created, (await Admin.SendAsync(HttpMethod.Post, path + "bindings", binding)).Code);
    }

    /// <summary>What the health port answers.</summary>
    public async Task<(HttpStatusCode Code, string Text)> LookAsync(string path)
    {
        using HttpResponseMessage answer = await _health.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The number of a metric without labels.</summary>
    public async Task<string> MetricAsync(string name) =>
        (await LookAsync("/metrics")).Text.Split('\n').Single(line => line.StartsWith($"{name} ", StringComparison.Ordinal))[(name.Length + 1)..];

    /// <summary>A client of the webhooks.</summary>
    public HttpClient Reviewer(ServePorts ports)
    {
        X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder["tls"], "ca.crt"));
        return new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = LoopbackCertificate.Trusting(authority) } })
        {
            BaseAddress = new Uri($"https://localhost:{ports.Admission}"),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // It was stopped before it was ready.
        }

        await Gate.DisposeAsync();
        Admin.Dispose();
        await Server.DisposeAsync();
        _health.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }
}
