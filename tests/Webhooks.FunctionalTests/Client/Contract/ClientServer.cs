using Webhooks.Client.Access;
using Webhooks.Client.Configuration;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Contract;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>A server that all cases of a class share, begun with the first of them, and the connection to it.</summary>
internal sealed class ClientServer(IContractServerFactory factory) : IAsyncDisposable
{
    private readonly SemaphoreSlim _lock = new(1);
    private IContractServer? _server;
    private ApiConnection? _connection;

    /// <summary>Runs a case in a namespace of its own.</summary>
    public async Task RunAsync(Func<ClientSession, Task> run)
    {
        await _lock.WaitAsync();
        try
        {
            if (_connection == null)
            {
                _server = await factory.StartAsync(CancellationToken.None);
                _connection = ApiConnection.Open(OptionsOf(_server));
                await CustomKinds.CreateAsync(new KubernetesClient(_connection));
            }
        }
        finally
        {
            _lock.Release();
        }

        Namespace made = await new KubernetesClient(_connection).Of<Namespace>().CreateAsync(
            new Namespace { Metadata = new ObjectMeta { GenerateName = "client-" } }, null, default);
        await run(new ClientSession(_server!, new RecordedFormsTransport(_connection), made.Metadata.Name));
    }

    private static ClientOptions OptionsOf(IContractServer server) => new()
    {
        Server = server.Address,
        CertificateAuthority = Pem(server.Authority.ExportCertificatePem()),
        Credentials = ClientCredentials.None with
        {
            Certificate = new ClientCertificate(Pem(server.Administrator.ExportCertificatePem()), Pem(KeyOf(server))),
        },
    };

    private static string KeyOf(IContractServer server)
    {
        using System.Security.Cryptography.ECDsa? key = System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(server.Administrator);
        return (key ?? throw new InvalidOperationException("the administrator's key is no ECDSA key")).ExportPkcs8PrivateKeyPem();
    }

    private static PemSource.Inline Pem(string text) => new(ClientSession.Utf8(text));

    public async ValueTask DisposeAsync()
    {
        _lock.Dispose();
        _connection?.Dispose();
        if (_server != null)
        {
            await _server.DisposeAsync();
        }
    }
}
