using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Server.CommandLine;
using Xunit;

namespace Webhooks.FunctionalTests.Certificates;

[UnsupportedOSPlatform("windows")] // file modes
public sealed class SelfSignedTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TlsSettings Settings => new() { SelfSignedFolder = _folder["pki"], SelfSignedNames = ["webhooks.example.com", "192.0.2.7"] };

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("webhooks.example.com")]
    [InlineData("192.0.2.7")]
    public async Task A_first_start_serves_all_names_to_who_trusts_the_CA(string name)
    {
        await using WatchedTls watched = new(Settings);
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(watched.Tls.AuthorityFile!);
        Assert.True(await new TlsClient(watched.Server, authority) { HostName = name }.IsLetInAsync());
        Assert.False(await new TlsClient(watched.Server, authority) { HostName = "other.example.com" }.IsLetInAsync());
    }

    [Fact]
    public void Nobody_else_reads_the_keys()
    {
        Load();
        Assert.Equal("rwx------", ModeOf(_folder["pki"]));
        Assert.Equal(
            ["rw-------", "rw-------"],
            new[] { "ca.key", "tls.key" }.Select(name => ModeOf(_folder[$"pki/{name}"])));
        Assert.Equal([".lock", "ca.crt", "ca.key", "tls.crt", "tls.key"], Directory.EnumerateFiles(_folder["pki"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_others_could_read_or_write_is_mended_or_told()
    {
        Load();
        File.SetUnixFileMode(_folder["pki/ca.key"], File.GetUnixFileMode(_folder["pki/ca.key"]) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(_folder["pki"], File.GetUnixFileMode(_folder["pki"]) | UnixFileMode.OtherWrite);
        LogLines log = new();
        ServingTls.Load(Settings, TimeProvider.System, log);
        Assert.Equal("rw-------", ModeOf(_folder["pki/ca.key"]));
        Assert.Equal([$"Warning: Others may write to {_folder["pki"]}, and so choose what clients trust; take that right away"], log.Problems);
    }

    [Fact]
    public void A_second_start_changes_nothing()
    {
        Load();
        string[] before = Contents();
        LogLines log = new();
        ServingTls.Load(Settings, TimeProvider.System, log);
        Assert.Equal(before, Contents());
        Assert.DoesNotContain(log.All, line => line.Contains("ssued", StringComparison.Ordinal));
    }

    [Fact]
    public void A_start_with_another_name_renews_the_certificate_under_the_same_CA()
    {
        Load();
        string[] before = Contents();
        LogLines log = new();
        ServingTls.Load(Settings with { SelfSignedNames = ["webhooks.example.com", "new.example.com"] }, TimeProvider.System, log);
        string[] after = Contents();
        Assert.Equal(before[..2], after[..2]);
        Assert.NotEqual(before[2], after[2]);
        Assert.NotEqual(before[3], after[3]);
        Assert.Contains($"Information: Issued the certificate in {_folder["pki/tls.crt"]} (it is not for new.example.com)", log.All);
    }

    [Theory]
    [InlineData("tls.crt", "", true)]
    [InlineData("tls.crt", null, true)]
    [InlineData("tls.key", "-----BEGIN PRIVATE KEY-----\nMIG", true)]
    [InlineData("tls.key", null, true)]
    [InlineData("ca.crt", "", false)]
    [InlineData("ca.crt", null, false)]
    public void Damaged_files_are_made_anew(string file, string? content, bool keepsAuthority)
    {
        Load();
        string[] before = Contents();
        if (content is null)
        {
            File.Delete(_folder[$"pki/{file}"]);
        }
        else
        {
            _folder.Write($"pki/{file}", content);
        }

        Load();
        string[] after = Contents();
        Assert.Equal(keepsAuthority, before[0] == after[0]);
        Assert.NotEqual(before[2], after[2]);
        Load();
        Assert.Equal(after, Contents());
    }

    [Fact]
    public void A_CA_without_its_key_is_kept_as_long_as_its_certificate_lasts()
    {
        Load();
        string[] before = Contents();
        File.Delete(_folder["pki/ca.key"]);
        Load();
        Assert.Equal(before[0], File.ReadAllText(_folder["pki/ca.crt"]));
        File.Delete(_folder["pki/tls.crt"]);
        Load();
        Assert.NotEqual(before[0], File.ReadAllText(_folder["pki/ca.crt"]));
    }

    [Fact]
    public void A_file_left_behind_by_a_crash_does_no_harm()
    {
        Load();
        _folder.Write("pki/.tls.key.new", "half");
        File.Delete(_folder["pki/tls.key"]);
        Load();
        Assert.Equal("rw-------", ModeOf(_folder["pki/tls.key"]));
        Assert.False(File.Exists(_folder["pki/.tls.key.new"]));
    }

    [Fact]
    public async Task Two_starts_at_once_end_with_one_consistent_pair()
    {
        for (int round = 0; round < 5; round++)
        {
            TlsSettings settings = Settings with { SelfSignedFolder = _folder[$"pki{round}"] };
            ServingTls[] started = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ServingTls.Load(settings, TimeProvider.System, new LogLines()))));
            Assert.Single(started.Select(tls => tls.ForConnection().ServerCertificateContext!.TargetCertificate.Thumbprint).Distinct());
            Assert.Equal(5, Directory.GetFiles(settings.SelfSignedFolder!).Length);
        }
    }

    [Fact]
    public async Task A_running_server_renews_in_time_under_the_same_CA()
    {
        await using WatchedTls watched = new(Settings);
        DateTimeOffset first = watched.Tls.NotAfter;
        string authority = await File.ReadAllTextAsync(watched.Tls.AuthorityFile!);
        watched.Time.Jump(SelfSignedFolder.LeafLifetime * 2 / 3 - TimeSpan.FromHours(1));
        // Its look has been taken when what comes after it is seen.
        _folder.Write("pki/tls.key", await File.ReadAllTextAsync(_folder["pki/tls.key"]));
        watched.Time.Jump(TlsFiles.LookInterval);
        Assert.Equal(first, watched.Tls.NotAfter);
        watched.Time.Jump(TimeSpan.FromHours(2));
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.True(watched.Tls.NotAfter > first + TimeSpan.FromDays(59));
        Assert.Equal(authority, await File.ReadAllTextAsync(watched.Tls.AuthorityFile!));
        Assert.Contains(watched.Log.All, line => line.EndsWith("(less than a third of its life is left)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_cannot_be_used_is_one_line()
    {
        string file = _folder.Write("file", "");
        string problem = Assert.Single(Assert.Throws<CommandException>(() => ServingTls.Load(Settings with { SelfSignedFolder = file }, TimeProvider.System, new LogLines())).Problems);
        Assert.StartsWith($"{file}: no certificate can be kept there: ", problem, StringComparison.Ordinal);
        Assert.EndsWith("; name a folder that this user may write to", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_none_is_one_line() =>
        Assert.Contains(
            "--tls-san: 'a b' is neither",
            Assert.Throws<CommandException>(() => ServingTls.Load(Settings with { SelfSignedNames = ["a b"] }, TimeProvider.System, new LogLines())).Message,
            StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private void Load() => ServingTls.Load(Settings, TimeProvider.System, new LogLines());

    private string[] Contents() =>
        [.. new[] { "ca.crt", "ca.key", "tls.crt", "tls.key" }.Select(name => File.ReadAllText(_folder[$"pki/{name}"]))];

    private static string ModeOf(string path)
    {
        int mode = (int)File.GetUnixFileMode(path);
        return string.Concat("rwxrwxrwx".Select((letter, index) => (mode >> (8 - index) & 1) == 1 ? letter : '-'));
    }
}
