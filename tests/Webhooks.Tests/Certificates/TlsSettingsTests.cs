using Webhooks.Server.Certificates;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class TlsSettingsTests
{
    [Fact]
    public void Files_or_a_folder_are_enough()
    {
        Assert.Empty(new TlsSettings { CertificateFile = "a" }.Problems());
        Assert.Empty(new TlsSettings { CertificateFile = "a", KeyFile = "b", ClientCaFile = "c", ClientNames = ["d"] }.Problems());
        Assert.Empty(new TlsSettings { SelfSignedFolder = "a", SelfSignedNames = ["b"] }.Problems());
    }

    [Fact]
    public void All_that_does_not_go_together_is_said_at_once()
    {
        Assert.Equal(
            [
                "no certificate to serve with: give --tls-cert and --tls-key, or --tls-self-signed DIR to try things out",
                "--tls-san names what a self-signed certificate is for: it needs --tls-self-signed",
                "--client-name chooses among verified clients: it needs --client-ca",
            ],
            new TlsSettings { KeyFile = "k", SelfSignedNames = ["a"], ClientNames = ["b"] }.Problems());
        Assert.Equal(
            ["--tls-self-signed makes its own certificate: leave out either it or --tls-cert and --tls-key"],
            new TlsSettings { SelfSignedFolder = "d", KeyFile = "k" }.Problems());
    }
}
