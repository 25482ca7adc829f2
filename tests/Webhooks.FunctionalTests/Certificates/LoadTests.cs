using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Server.CommandLine;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Certificates;

public sealed class LoadTests : IDisposable
{
    private readonly TlsSetup _setup = new();
    private readonly LogLines _log = new();

    [Fact]
    public void A_start_without_files_says_each_that_is_missing() =>
        Assert.Equal(
            [$"{_setup.Folder["tls.crt"]}: is not there; name a PEM file", $"{_setup.Folder["ca.crt"]}: is not there; name a PEM file"],
            Refused(_setup.Settings with { ClientCaFile = _setup.Folder["ca.crt"] }));

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.Equal(
            [$"{_setup.Folder["."]}: is a folder; name the PEM file in it"],
            Refused(new TlsSettings { CertificateFile = _setup.Folder["."] }));

    [Fact]
    public void A_file_without_end_is_not_read_to_its_end() =>
        Assert.Equal(["/dev/zero: holds no certificate; name the file that has BEGIN CERTIFICATE"], Refused(new TlsSettings { CertificateFile = "/dev/zero" }));

    [Fact]
    public void A_file_that_is_too_long_is_refused()
    {
        string path = _setup.Folder.Write("tls.crt", new string('x', PemText.MaxLength + 1));
        Assert.Equal([$"{path}: has more than 1048576 bytes, which no PEM file has; name another file"], Refused(_setup.Settings));
    }

    [Fact]
    public void A_pair_that_does_not_match_is_refused()
    {
        _setup.Issue();
        using X509Certificate2 other = _setup.Root.Issue(new TestLeaf());
        _setup.Folder.Write("tls.key", TestKeys.Pkcs8(other));
        Assert.Contains("the first certificate is not that of the private key", Assert.Single(Refused(_setup.Settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_contradict_each_other_are_refused() =>
        Assert.Equal(2, Refused(new TlsSettings { ClientNames = ["x"] }).Count);

    [Fact]
    public void What_has_expired_is_served_with_a_warning()
    {
        DateTimeOffset end = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Write(new TestLeaf { NotBefore = end.AddDays(-1), NotAfter = end });
        ServingTls tls = Load(_setup.Settings);
        Assert.Equal(end, tls.NotAfter);
        Assert.Equal(
            [$"Warning: The certificate in {_setup.Folder["tls.crt"]} has expired at 2024-01-02T03:04:05Z; clients will refuse it until it is replaced"],
            _log.Problems);
    }

    [Fact]
    public void What_is_not_valid_yet_is_served_with_a_warning()
    {
        Write(new TestLeaf { NotBefore = DateTimeOffset.UtcNow.AddDays(1) });
        Load(_setup.Settings);
        Assert.Contains("is not valid before", Assert.Single(_log.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_names_nobody_is_served_with_a_warning()
    {
        Write(new TestLeaf { DnsNames = [] });
        Load(_setup.Settings);
        Assert.Contains("has no subject alternative name", Assert.Single(_log.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_well_is_told_in_one_line()
    {
        using X509Certificate2 leaf = _setup.Issue();
        ServingTls tls = Load(_setup.Settings);
        Assert.Equal($"Information: Serving with the certificate {leaf.Thumbprint} for localhost, valid until {tls.NotAfter:yyyy-MM-ddTHH:mm:ss}Z", Assert.Single(_log.All));
        Assert.Equal((0, 0), (tls.Reloads, tls.FailedReloads));
        Assert.Null(tls.AuthorityFile);
    }

    public void Dispose() => _setup.Dispose();

    private void Write(TestLeaf wanted)
    {
        using X509Certificate2 leaf = _setup.Root.Issue(wanted);
        _setup.Folder.Write("tls.crt", leaf.ExportCertificatePem());
        _setup.Folder.Write("tls.key", TestKeys.Pkcs8(leaf));
    }

    private ServingTls Load(TlsSettings settings) => ServingTls.Load(settings, TimeProvider.System, _log);

    private IReadOnlyList<string> Refused(TlsSettings settings) => Assert.Throws<CommandException>(() => Load(settings)).Problems;
}
