using System.Threading.Channels;
using Webhooks.Client.Access;
using Webhooks.Client.Caching;
using Webhooks.Client.Configuration;
using Webhooks.Client.Leases;
using Webhooks.Client.Objects;
using Webhooks.Client.Pipeline;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;
using Webhooks.Sandbox;

namespace Webhooks.Smoke;

/// <summary>A client that lists, watches, patches and leads, as a trimmed program does it.</summary>
internal sealed class ClientSmoke(ApiServer server, TextWriter output)
{
    private static readonly ObjectKey Key = new("default", "smoke");

    private readonly Channel<string> _seen = Channel.CreateUnbounded<string>();

    /// <summary>Does it all, and prints what it has done.</summary>
    /// <returns>What the process returns: 0.</returns>
    public async Task<int> RunAsync()
    {
        string kubeconfig = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(kubeconfig, server.Kubeconfig("smoke", "system:masters"));
            using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
            using ApiConnection connection = ApiConnection.Open(ClientConfiguration.Find(kubeconfig));
            await LeadAsync(connection, limit.Token);
            return 0;
        }
        finally
        {
            File.Delete(kubeconfig);
        }
    }

    private async Task LeadAsync(ApiConnection connection, CancellationToken limit)
    {
        using CancellationTokenSource done = CancellationTokenSource.CreateLinkedTokenSource(limit);
        using LeaderElector elector = new(connection, new LeaderElectionOptions { LeaseNamespace = "default", LeaseName = "smoke" }, TimeProvider.System, Random.Shared);
        await elector.RunAsync(
            async term =>
            {
                await WorkAsync(term.Fence(RequestPipeline.Over(connection)), term.Token);
                await done.CancelAsync();
            },
            done.Token);
        limit.ThrowIfCancellationRequested();
        Lease lease = await new KubernetesClient(connection).Of<Lease>().GetAsync(Key, limit);
        await output.WriteLineAsync($"elected {lease.Spec.LeaseTransitions} times before, held by \"{lease.Spec.HolderIdentity}\"");
    }

    private async Task WorkAsync(IApiTransport transport, CancellationToken cancellationToken)
    {
        ResourceClient<ConfigMap> maps = new KubernetesClient(transport).Of<ConfigMap>();
        await maps.CreateAsync(
            new ConfigMap { Metadata = new ObjectMeta { Name = Key.Name, Namespace = Key.Namespace }, Data = StringMap.Of([new("is", "new")]) }, null, cancellationToken);
        ObjectList<ConfigMap> list = await maps.ListAsync(Key.Namespace, ListOptions.Default, cancellationToken);
        await output.WriteLineAsync($"listed {list.Items.Count(item => item.Metadata.Name == Key.Name)}");

        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        SharedInformer<ConfigMap> informer = new(transport, new ReflectorOptions<ConfigMap> { Namespace = Key.Namespace });
        informer.AddHandler(new Watcher(_seen.Writer));
        Task watching = informer.RunAsync(end.Token);
        await SeeAsync("new", cancellationToken);
        await maps.PatchAsync(Key, new MergePatch("""{"data":{"is":"patched"}}"""u8.ToArray()), null, cancellationToken);
        await SeeAsync("patched", cancellationToken);
        await output.WriteLineAsync("watched and patched");
        await end.CancelAsync();
        await watching;
    }

    private async Task SeeAsync(string text, CancellationToken cancellationToken)
    {
        while (await _seen.Reader.ReadAsync(cancellationToken) != text)
        {
        }
    }

    private sealed class Watcher(ChannelWriter<string> seen) : IInformerHandler<ConfigMap>
    {
        public void Added(ConfigMap item, bool isInInitialList) => Note(item);

        public void Updated(ConfigMap old, ConfigMap item) => Note(item);

        public void Deleted(ConfigMap last, bool isFinalStateUnknown)
        {
        }

        private void Note(ConfigMap item)
        {
            if (item.Metadata.Name == Key.Name)
            {
                seen.TryWrite(item.Data["is"]);
            }
        }
    }
}
