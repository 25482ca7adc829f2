using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>A real control plane on loopback, under the conditions of the recordings: etcd, kube-apiserver and three controllers.</summary>
internal sealed class ClusterServer : IContractServer
{
    /// <summary>It compacts every 20 s, and a revision is forgotten with the second compaction after it; its watch caches are late besides.</summary>
    private static readonly TimeSpan Compaction = TimeSpan.FromSeconds(60);

    /// <summary>A kube-apiserver takes some seconds; a busy machine several times that.</summary>
    private static readonly TimeSpan Beginning = TimeSpan.FromMinutes(2);

    private readonly ContractAuthority _authority = new();
    private readonly ClusterFiles _files;
    private readonly List<ClusterProcess> _processes = [];

    private ClusterServer(int port)
    {
        _files = new ClusterFiles(_authority);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{port}"));
    }

    /// <summary>Starts one.</summary>
    public static IContractServerFactory Factory { get; } = new Starting();

    public Uri Address { get; }

    public X509Certificate2 Authority => _authority.Certificate;

    public X509Certificate2 Administrator => _authority.Administrator;

    /// <summary>Starts one, and waits until it is ready.</summary>
    public static async Task<ClusterServer> StartAsync(CancellationToken cancellationToken)
    {
        int[] ports = FreePorts(4);
        ClusterServer server = new(ports[0]);
        try
        {
            server._processes.Add(new(ClusterPrograms.Find("etcd")!, ClusterFlags.Etcd(server._files, client: ports[1], peer: ports[2])));
            server._processes.Add(new(ClusterPrograms.Find("kube-apiserver")!, ClusterFlags.ApiServer(server._files, port: ports[0], etcd: ports[1])));
            await server.WaitAsync("/readyz", cancellationToken);
            if (ClusterPrograms.Find("kube-controller-manager") is { } controllers)
            {
                string kubeconfig = server._files.Kubeconfig(server.Address, server.Administrator);
                server._processes.Add(new(controllers, ClusterFlags.Controllers(server._files, kubeconfig, port: ports[3])));
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Task CompactAsync(CancellationToken cancellationToken) => Task.Delay(Compaction, cancellationToken);

    /// <summary>Fails when a program of it has ended.</summary>
    public void AssertRuns() => _processes.ForEach(process => process.AssertRuns());

    private async Task WaitAsync(string path, CancellationToken cancellationToken)
    {
        using ContractClient client = new(this, Beginning);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Beginning);
        while (!await IsReadyAsync(client, path, patience.Token))
        {
            AssertRuns();
            await Task.Delay(ReplayPace.Cluster.Pause, patience.Token);
        }
    }

    private static async Task<bool> IsReadyAsync(ContractClient client, string path, CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await client.SendAsync(new RecordedRequest("GET", path), new Bindings(), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }

    public ValueTask DisposeAsync()
    {
        foreach (ClusterProcess process in Enumerable.Reverse(_processes))
        {
            process.Dispose();
        }

        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    private sealed class Starting : IContractServerFactory
    {
        async Task<IContractServer> IContractServerFactory.StartAsync(CancellationToken cancellationToken) => await ClusterServer.StartAsync(cancellationToken);
    }
}
