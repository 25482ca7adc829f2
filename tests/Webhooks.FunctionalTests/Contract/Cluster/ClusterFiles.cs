using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>The certificates, keys and configuration of a control plane, in a folder that is gone afterwards.</summary>
internal sealed class ClusterFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ClusterFiles(ContractAuthority authority)
    {
        Authority = _folder.Write("ca.crt", authority.Certificate.ExportCertificatePem());
        ServingCertificate = _folder.Write("server.crt", authority.Server.ExportCertificatePem());
        ServingKey = _folder.Write("server.key", TestKeys.Pkcs8(authority.Server));
        using RSA signing = RSA.Create(2048);
        SigningKey = _folder.Write("service-accounts.key", signing.ExportPkcs8PrivateKeyPem());
        VerifyingKey = _folder.Write("service-accounts.pub", signing.ExportSubjectPublicKeyInfoPem());
    }

    /// <summary>The CA of clients and of the server.</summary>
    public string Authority { get; }

    public string ServingCertificate { get; }

    public string ServingKey { get; }

    /// <summary>Signs the tokens of ServiceAccounts.</summary>
    public string SigningKey { get; }

    public string VerifyingKey { get; }

    /// <summary>Where etcd keeps its data.</summary>
    public string Data => _folder["etcd"];

    /// <summary>Writes a kubeconfig for a client.</summary>
    /// <returns>Its path.</returns>
    public string Kubeconfig(Uri address, X509Certificate2 client)
    {
        string certificate = _folder.Write("client.crt", client.ExportCertificatePem());
        string key = _folder.Write("client.key", TestKeys.Pkcs8(client));
        return _folder.Write("kubeconfig", $$"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: contract
              cluster: {server: "{{address.GetLeftPart(UriPartial.Authority)}}", certificate-authority: "{{Authority}}"}
            users:
            - name: admin
              user: {client-certificate: "{{certificate}}", client-key: "{{key}}"}
            contexts:
            - name: contract
              context: {cluster: contract, user: admin}
            current-context: contract
            """);
    }

    public void Dispose() => _folder.Dispose();
}
