using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Shared;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Honest clients in bad company.</summary>
[Collection(SoakRuns.Name)]
public sealed class CrowdSoak(ITestOutputHelper output) : IDisposable
{
    private const int OldClients = 8;
    private const int NewStreams = 8;

    /// <summary>Honest clients leave the server time: what is measured is the others' harm, not their own queue.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(40);

    /// <summary>Of the 99th percentile without the others.</summary>
    private const double MostDelay = 5;

    private const long MostMemory = 1024L * 1024 * 1024;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Honest_clients_are_answered_amid_idle_slow_and_resetting_ones()
    {
        SoakSettings settings = SoakSettings.Read(slice: 600);
        (int idle, int slow, int resets) = settings.IsFull ? (2000, 500, 2000) : (100, 25, 200);
        OpenFiles.Require(idle + slow + 1000);
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", Reviews.Templates]);
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder.Path, "tls", "ca.crt"));

        LoadTally undisturbed = new();
        await AskAsync(server, authority, undisturbed, settings, settings.Count / 4);
        long memory = ResidentMemory.Of(server.Id);
        LoadTally disturbed = new();
        await using (Crowd crowd = new(server.Port, authority))
        {
            crowd.AddIdle(idle);
            crowd.AddSlow(slow);
            crowd.AddResetting(connections: 4, resets);
            await Eventually.HoldsAsync(() => crowd.Idle == idle && crowd.Slow > slow / 2 && crowd.Resets >= resets);
            await AskAsync(server, authority, disturbed, settings, settings.Count);
            output.WriteLine(disturbed.Summary("crowd", settings, string.Create(
                CultureInfo.InvariantCulture,
                $"undisturbed p50 {undisturbed.Latencies.Quantile(0.5):F2} ms, p99 {undisturbed.Latencies.Quantile(0.99):F2} ms; {crowd.Idle} idle, {crowd.Slow} slow, {crowd.Resets} resets, {crowd.Closed} bad connections closed; RSS {ResidentMemory.Text(memory)} undisturbed, {ResidentMemory.Text(ResidentMemory.Of(server.Id))} at the end; {server.Lines.Count} lines logged")));
        }

        undisturbed.AssertNoFailures();
        disturbed.AssertNoFailures();
        Assert.InRange(ResidentMemory.Of(server.Id), 1, MostMemory);
        Assert.Empty(server.Failures);
        if (settings.IsFull)
        {
            Assert.True(disturbed.Latencies.Quantile(0.99) <= undisturbed.Latencies.Quantile(0.99) * MostDelay, "the others delay honest clients too much");
        }
    }

    private static async Task AskAsync(ServeProcess server, X509Certificate2 authority, LoadTally tally, SoakSettings settings, int count)
    {
        using LoadClient shared = new(server.Port, HttpVersion.Version20, LoopbackCertificate.Trusting(authority), tally);
        LoadClient[] old = [.. Enumerable.Range(0, OldClients).Select(_ => new LoadClient(server.Port, HttpVersion.Version11, LoopbackCertificate.Trusting(authority), tally))];
        await new LoadRun(tally, count, settings.Seed) { LongestPause = LongestPause }.RunAsync([.. old.Select(Asker), .. Enumerable.Repeat(Asker(shared), NewStreams)]);
        Array.ForEach(old, client => client.Dispose());
    }

    private static Func<Task> Asker(LoadClient client) => async () =>
    {
        (HttpStatusCode code, byte[] answer) = await client.PostAsync("/mutate", Reviews.Asking);
        Reviews.AssertAnswered(code, answer);
    };
}
