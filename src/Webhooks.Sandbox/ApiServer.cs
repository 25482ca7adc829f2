using System.Security.Cryptography.X509Certificates;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Faults;
using Webhooks.Sandbox.Recording;
using Webhooks.Sandbox.Serving;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox;

/// <summary>A Kubernetes API server in this process, with everything in memory: on a port of the loopback interface, behind TLS.</summary>
/// <remarks>Thread safe. Starting one takes some milliseconds; hundreds can run at once. Disposing it ends every connection.</remarks>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly SandboxAuthority _authority;
    private readonly X509Certificate2 _serving;
    private readonly Cluster _cluster;
    private readonly AccessControl _access;
    private readonly ApiVerbs _verbs;
    private readonly ControllerLoop _controllers;
    private readonly Listener _listener;

    private ApiServer(
        SandboxAuthority authority,
        X509Certificate2 serving,
        Cluster cluster,
        AccessControl access,
        ApiVerbs verbs,
        ControllerLoop controllers,
        Listener listener,
        RequestLog requests,
        FaultScript faults)
    {
        _authority = authority;
        _serving = serving;
        _cluster = cluster;
        _access = access;
        _verbs = verbs;
        _controllers = controllers;
        _listener = listener;
        Requests = requests;
        Faults = faults;
    }

    /// <summary>Where it listens: <c>https://127.0.0.1:PORT</c>.</summary>
    public Uri Address => _listener.Address;

    /// <summary>The certificate of its CA; clients trust it and nothing else.</summary>
    public X509Certificate2 Authority => X509CertificateLoader.LoadCertificate(_authority.Certificate.RawData);

    /// <summary>The requests that were made, where they are recorded.</summary>
    public RequestLog Requests { get; }

    /// <summary>What goes wrong; nothing, until it is asked for.</summary>
    public FaultScript Faults { get; }

    /// <summary>The revision of the latest write; each write is one more.</summary>
    public long Revision => _cluster.Store.Revision;

    /// <summary>Everything that is stored: what tests hold answers against.</summary>
    internal Store Store => _cluster.Store;

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it is; the default is a cluster as a newcomer would expect.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ApiServer> StartAsync(ApiServerOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ApiServerOptions();
        Cluster cluster = new(options.Time, new Store(options.KeptChanges));
        // Clients hold certificates against the clock of their machine, whatever the cluster's says.
        SandboxAuthority authority = new(TimeProvider.System.GetUtcNow());
        X509Certificate2 serving = authority.IssueServing();
        AccessControl access = new(new PolicySource(cluster.Store), options.Time, new TokenOptions());
        ApiVerbs verbs = new(cluster, access);
        string pem = authority.Certificate.ExportCertificatePem() + "\n";
        ControllerLoop controllers = new(cluster, verbs, writes => ControllerSet.Make(options, cluster, writes, pem));
        Beginnings.Make(cluster);
        controllers.Start();
        try
        {
            await controllers.AtRest(cancellation);
            // As where a cluster is some minutes old: how it was made is forgotten.
            cluster.Store.Compact();
            Listener? listener = null;
            RequestLog requests = new(options.RecordsRequests);
            FaultScript faults = new(options.Time, cluster.Store);
            Documents documents = new(() => listener?.Address.Authority ?? "", access);
            RequestHandler handler = new(cluster, verbs, access, authority, documents, requests, faults);
            listener = await Listener.Start(options.Port, serving, handler.Handle, cancellation);
            return new ApiServer(authority, serving, cluster, access, verbs, controllers, listener, requests, faults);
        }
        catch
        {
            await controllers.DisposeAsync();
            throw;
        }
    }

    /// <summary>A certificate, with its key, that tells the server who a client is.</summary>
    /// <param name="user">The user's name.</param>
    /// <param name="groups">Its groups; <c>system:masters</c> may do anything.</param>
    public X509Certificate2 IssueClientCertificate(string user, params IReadOnlyList<string> groups) => _authority.IssueClient(user, groups);

    /// <summary>A kubeconfig for a user, with the certificates in it, as YAML: what <c>kubectl --kubeconfig</c> takes.</summary>
    /// <param name="user">The user's name.</param>
    /// <param name="groups">Its groups; <c>system:masters</c> may do anything.</param>
    /// <remarks>It holds the key of the user's new certificate.</remarks>
    public string Kubeconfig(string user, params IReadOnlyList<string> groups)
    {
        using X509Certificate2 client = IssueClientCertificate(user, groups);
        return Serving.Kubeconfig.Write(Address, _authority.Certificate, user, client);
    }

    /// <summary>Ends every connection and closes the port, as when kube-apiserver stops and etcd does not.</summary>
    /// <remarks>
    /// What is stored stays, and its controllers go on. Where a watch began before, it is followed on after
    /// <see cref="ResumeAsync"/>, unless <see cref="RestoreTo"/> made the server forget that; of <see cref="Revision"/> it
    /// forgets all that was before. One caller at a time may stop and resume it.
    /// </remarks>
    public Task StopAsync() => _listener.Close();

    /// <summary>Listens again after <see cref="StopAsync"/>: at the same address, with the same certificates.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">It was not stopped.</exception>
    /// <exception cref="IOException">Another program has taken the port meanwhile.</exception>
    public Task ResumeAsync(CancellationToken cancellation = default) => _listener.Reopen(cancellation);

    /// <summary>Forgets how things were before now, as etcd's compaction does: exact lists and continue tokens of earlier versions expire.</summary>
    public void Compact() => _cluster.Store.Compact();

    /// <summary>Makes everything as it was at a revision, as when etcd is restored from a backup.</summary>
    /// <param name="revision">Not beyond <see cref="Revision"/>, which goes back to it and comes to the same numbers again, for other content.</param>
    /// <remarks>Every watch ends. Versions from before the restore are forgotten.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">That revision has not come yet.</exception>
    /// <exception cref="InvalidOperationException">It is forgotten how things were then; see <see cref="ApiServerOptions.KeptChanges"/>.</exception>
    public void RestoreTo(long revision)
    {
        _cluster.Store.Restore(revision);
        _verbs.SyncDefinitions();
    }

    /// <summary>Waits until its controllers have dealt with all that was written before; what waits for its time is left.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <remarks>It throws what the controllers failed with, if they did.</remarks>
    public Task AtRest(CancellationToken cancellation = default) => _controllers.AtRest(cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        try
        {
            await _controllers.DisposeAsync();
        }
        finally
        {
            _access.Dispose();
            _serving.Dispose();
            _authority.Dispose();
        }
    }
}
