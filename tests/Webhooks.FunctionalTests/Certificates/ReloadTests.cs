using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Certificates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Certificates;

public sealed class ReloadTests : IDisposable
{
    private readonly TlsSetup _setup = new();

    [Fact]
    public async Task A_pair_written_in_place_comes_into_force()
    {
        using X509Certificate2 first = _setup.Issue();
        await using WatchedTls watched = new(_setup.Settings);
        Assert.Equal(first.Thumbprint, await ServedAsync(watched));
        using X509Certificate2 second = _setup.Issue();
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.Equal(second.Thumbprint, await ServedAsync(watched));
        Assert.Equal(Validity.Of(second).NotAfter, watched.Tls.NotAfter);
    }

    [Fact]
    public async Task A_pair_renamed_over_the_old_one_comes_into_force()
    {
        _setup.Issue().Dispose();
        await using WatchedTls watched = new(_setup.Settings);
        using X509Certificate2 second = _setup.Root.Issue(new TestLeaf());
        _setup.Folder.Replace("tls.key", TestKeys.Pkcs8(second));
        _setup.Folder.Replace("tls.crt", second.ExportCertificatePem());
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.Equal(second.Thumbprint, await ServedAsync(watched));
    }

    [Fact]
    public async Task A_swap_of_a_Kubernetes_volume_comes_into_force_as_a_whole()
    {
        using X509Certificate2 first = Publish("first");
        await using WatchedTls watched = new(_setup.Settings);
        Assert.Equal(first.Thumbprint, await ServedAsync(watched));
        using X509Certificate2 second = Publish("second");
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.Equal(second.Thumbprint, await ServedAsync(watched));
        Assert.Equal(0, watched.Tls.FailedReloads);
    }

    [Fact]
    public async Task A_standing_connection_is_not_touched()
    {
        using X509Certificate2 first = _setup.Issue();
        await using WatchedTls watched = new(_setup.Settings);
        TlsConnection standing = await new TlsClient(watched.Server, _setup.Root.Certificate).ConnectAsync(async () =>
        {
            _setup.Issue().Dispose();
            await watched.UntilAsync(() => watched.Tls.Reloads == 1);
            Assert.NotEqual(first.Thumbprint, await ServedAsync(watched));
        });
        Assert.Equal(first.Thumbprint, standing.Thumbprint);
    }

    [Fact]
    public async Task Half_a_file_keeps_the_old_pair_until_the_other_half_is_there()
    {
        using X509Certificate2 first = _setup.Issue();
        await using WatchedTls watched = new(_setup.Settings);
        using X509Certificate2 second = _setup.Root.Issue(new TestLeaf());
        string certificate = second.ExportCertificatePem();
        _setup.Folder.Write("tls.crt", certificate[..200]);
        await watched.UntilAsync(() => watched.Tls.FailedReloads == 1);
        Assert.Equal(first.Thumbprint, await ServedAsync(watched));

        _setup.Folder.Write("tls.key", TestKeys.Pkcs8(second));
        await watched.UntilAsync(() => watched.Tls.FailedReloads == 2);
        _setup.Folder.Write("tls.crt", certificate);
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.Equal(second.Thumbprint, await ServedAsync(watched));
    }

    [Fact]
    public async Task A_bad_version_is_counted_and_logged_once_however_often_it_is_looked_at()
    {
        using X509Certificate2 first = _setup.Issue();
        await using WatchedTls watched = new(_setup.Settings);
        using X509Certificate2 other = _setup.Root.Issue(new TestLeaf());
        _setup.Folder.Write("tls.key", TestKeys.Pkcs8(other));
        await watched.UntilAsync(() => watched.Tls.FailedReloads == 1);
        for (int look = 0; look < 50; look++)
        {
            watched.Time.Advance(TlsFiles.RetryInterval);
            await Task.Yield();
        }

        // Seen after all those looks.
        File.Delete(_setup.Folder["tls.key"]);
        await watched.UntilAsync(() => watched.Tls.FailedReloads > 1);
        Assert.Equal((0, 2), (watched.Tls.Reloads, watched.Tls.FailedReloads));
        Assert.Equal(
            [
                $"Error: TLS files have changed and are not fit; the version before stays in force: {_setup.Folder["tls.crt"]}: the first certificate is not that of the private key: the key in {_setup.Folder["tls.key"]} belongs to another; replace both files together",
                $"Error: TLS files have changed and are not fit; the version before stays in force: {_setup.Folder["tls.key"]}: is not there; name a PEM file",
            ],
            watched.Log.Problems);
        Assert.Equal(first.Thumbprint, await ServedAsync(watched));
    }

    [Fact]
    public async Task The_old_pair_put_back_ends_the_failure()
    {
        using X509Certificate2 first = _setup.Issue();
        string certificate = await File.ReadAllTextAsync(_setup.Folder["tls.crt"]);
        await using WatchedTls watched = new(_setup.Settings);
        _setup.Folder.Write("tls.crt", "nothing");
        await watched.UntilAsync(() => watched.Tls.FailedReloads == 1);
        _setup.Folder.Write("tls.crt", certificate);
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.Equal(first.Thumbprint, await ServedAsync(watched));
    }

    [Fact]
    public async Task A_change_that_leaves_size_and_time_as_they_were_is_seen_too()
    {
        // Signatures differ by a byte or two; text behind the last block does not count.
        const int Length = 4096;
        string both = _setup.Folder["both.pem"];
        DateTime written = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        X509Certificate2 Write()
        {
            X509Certificate2 leaf = _setup.Root.Issue(new TestLeaf());
            File.WriteAllText(both, $"{leaf.ExportCertificatePem()}\n{TestKeys.Pkcs8(leaf)}\n".PadRight(Length, '\n'));
            File.SetLastWriteTimeUtc(both, written);
            Assert.Equal(Length, new FileInfo(both).Length);
            return leaf;
        }

        Write().Dispose();
        await using WatchedTls watched = new(new TlsSettings { CertificateFile = both });
        using X509Certificate2 second = Write();
        await watched.UntilAsync(() => watched.Tls.Reloads == 1);
        Assert.Equal(second.Thumbprint, await ServedAsync(watched));
    }

    [Fact]
    public async Task No_handshake_fails_while_certificates_rotate()
    {
        const int Handshakes = 300;
        const int Rotations = 20;
        HashSet<string> issued = [_setup.Issue().Thumbprint];
        await using WatchedTls watched = new(_setup.Settings);
        int started = 0;
        async Task<List<string>> ConnectAsync()
        {
            List<string> seen = [];
            while (Interlocked.Increment(ref started) <= Handshakes)
            {
                seen.Add(await ServedAsync(watched));
            }

            return seen;
        }

        Task<List<string>>[] clients = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(ConnectAsync))];
        for (int rotation = 1; rotation <= Rotations; rotation++)
        {
            using X509Certificate2 next = _setup.Root.Issue(new TestLeaf());
            issued.Add(next.Thumbprint);
            _setup.Folder.Replace("tls.crt", $"{next.ExportCertificatePem()}\n{TestKeys.Pkcs8(next)}\n");
            _setup.Folder.Replace("tls.key", TestKeys.Pkcs8(next));
            string thumbprint = next.Thumbprint;
            await watched.UntilAsync(async () => await ServedAsync(watched) == thumbprint);
        }

        // None has failed, or its exception would be thrown here.
        string[] seen = [.. (await Task.WhenAll(clients)).SelectMany(list => list)];
        Assert.Equal(Handshakes, seen.Length);
        Assert.Subset(issued, seen.ToHashSet());
        Assert.True(watched.Tls.Reloads >= Rotations);
    }

    [Fact]
    public async Task The_watch_ends_without_a_word_when_cancelled()
    {
        _setup.Issue().Dispose();
        ServingTls tls = ServingTls.Load(_setup.Settings, TimeProvider.System, new LogLines());
        using CancellationTokenSource stop = new();
        Task watching = tls.WatchAsync(stop.Token);
        await stop.CancelAsync();
        await watching;
    }

    public void Dispose() => _setup.Dispose();

    private X509Certificate2 Publish(string version)
    {
        X509Certificate2 leaf = _setup.Root.Issue(new TestLeaf());
        _setup.Folder.Publish(version, ("tls.crt", leaf.ExportCertificatePem()), ("tls.key", TestKeys.Pkcs8(leaf)));
        return leaf;
    }

    private async Task<string> ServedAsync(WatchedTls watched) =>
        (await new TlsClient(watched.Server, _setup.Root.Certificate).ConnectAsync()).Thumbprint;
}
