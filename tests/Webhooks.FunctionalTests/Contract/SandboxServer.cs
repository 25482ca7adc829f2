using System.Security.Cryptography.X509Certificates;
using Webhooks.Sandbox;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>The in-memory API server under the conditions of the recordings: without ServiceAccounts that come of themselves.</summary>
internal sealed class SandboxServer(ApiServer server) : IContractServer
{
    /// <summary>Starts one on a loopback port.</summary>
    public static IContractServerFactory Factory { get; } = new Starting();

    public Uri Address => server.Address;

    public X509Certificate2 Authority { get; } = server.Authority;

    public X509Certificate2 Administrator { get; } = server.IssueClientCertificate("admin", "system:masters");

    public Task CompactAsync(CancellationToken cancellationToken)
    {
        server.Compact();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Authority.Dispose();
        Administrator.Dispose();
        return server.DisposeAsync();
    }

    private sealed class Starting : IContractServerFactory
    {
        public async Task<IContractServer> StartAsync(CancellationToken cancellationToken) =>
            new SandboxServer(await ApiServer.StartAsync(ApiServerOptions.Recorded, cancellationToken));
    }
}
