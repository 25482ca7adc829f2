using System.Security.Cryptography.X509Certificates;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Controllers;
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
    private readonly ControllerLoop _controllers;
    private readonly Listener _listener;

    private ApiServer(
        SandboxAuthority authority, X509Certificate2 serving, Cluster cluster, AccessControl access, ControllerLoop controllers, Listener listener)
    {
        _authority = authority;
        _serving = serving;
        _cluster = cluster;
        _access = access;
        _controllers = controllers;
        _listener = listener;
    }

    /// <summary>Where it listens: <c>https://127.0.0.1:PORT</c>.</summary>
    public Uri Address => _listener.Address;

    /// <summary>The certificate of its CA; clients trust it and nothing else.</summary>
    public X509Certificate2 Authority => X509CertificateLoader.LoadCertificate(_authority.Certificate.RawData);

    /// <summary>Starts a server.</summary>
    /// <param name="options">How it is; the default is a cluster as a newcomer would expect.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ApiServer> StartAsync(ApiServerOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ApiServerOptions();
        Cluster cluster = new(options.Time, new Store(options.KeptChanges));
        SandboxAuthority authority = new(options.Time.GetUtcNow());
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
            Listener? listener = null;
            RequestHandler handler = new(cluster, verbs, access, authority, new Documents(() => listener?.Address.Authority ?? "", access));
            listener = await Listener.Start(options.Port, serving, handler.Handle, cancellation);
            return new ApiServer(authority, serving, cluster, access, controllers, listener);
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

    /// <summary>Forgets how things were before now, as etcd's compaction does: exact lists and continue tokens of earlier versions expire.</summary>
    public void Compact() => _cluster.Store.Compact();

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
