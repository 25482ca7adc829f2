using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Certificates;

/// <summary>A folder with a serving certificate, its key and who issued it.</summary>
internal sealed class TlsSetup : IDisposable
{
    public TemporaryFolder Folder { get; } = new();

    public TestAuthority Root { get; } = TestAuthority.Root();

    public TlsSettings Settings => new() { CertificateFile = Folder["tls.crt"], KeyFile = Folder["tls.key"] };

    /// <summary>Issues a certificate and writes it in place.</summary>
    public X509Certificate2 Issue()
    {
        X509Certificate2 leaf = Root.Issue(new TestLeaf());
        Folder.Write("tls.crt", leaf.ExportCertificatePem());
        Folder.Write("tls.key", TestKeys.Pkcs8(leaf));
        return leaf;
    }

    public void Dispose() => Folder.Dispose();
}
