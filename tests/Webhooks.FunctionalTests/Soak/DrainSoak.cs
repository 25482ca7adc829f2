using System.Net;
using System.Security.Cryptography.X509Certificates;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Shared;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>A roll-out under load: two instances behind a balancer, terminated and replaced in turn.</summary>
[Collection(SoakRuns.Name)]
public sealed class DrainSoak(ITestOutputHelper output) : IDisposable
{
    private const int OldClients = 24;
    private const int NewClients = 4;
    private const int StreamsPerClient = 6;

    /// <summary>A request may be lost on a connection that is idle when the end comes: some must be.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly LoadTally _tally = new();
    private int _turns;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_request_fails_while_instances_are_terminated_in_turn()
    {
        SoakSettings settings = SoakSettings.Read(slice: 1000);
        await using Balancer balancer = new();
        List<ServeProcess> servers = [await StartAsync(balancer), await StartAsync(balancer)];
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder.Path, "tls", "ca.crt"));
        long memory = ResidentMemory.Of(servers[0].Id);
        using CancellationTokenSource done = new();
        Task<long> turning = Task.Run(() => TurnAsync(servers, balancer, done.Token));
        List<LoadClient> clients = [];
        int turns = settings.IsFull ? 4 : 1;
        LoadRun run = new(_tally, settings.Count, settings.Seed) { LongestPause = LongestPause, MayEnd = () => Volatile.Read(ref _turns) >= turns || turning.IsCompleted };
        try
        {
            await run.RunAsync(Askers(clients, balancer.Port, authority));
        }
        finally
        {
            await done.CancelAsync();
            clients.ForEach(client => client.Dispose());
            long memoryAfter = await turning;
            foreach (ServeProcess server in servers)
            {
                await server.DisposeAsync();
            }

            output.WriteLine(_tally.Summary("drain", settings, $"{_turns} instances ended, RSS {ResidentMemory.Text(memory)} at start, {ResidentMemory.Text(memoryAfter)} before the last was ended"));
        }

        _tally.AssertNoFailures();
    }

    private IEnumerable<Func<Task>> Askers(List<LoadClient> clients, int port, X509Certificate2 authority)
    {
        for (int i = 0; i < OldClients + NewClients; i++)
        {
            bool isOld = i < OldClients;
            LoadClient client = new(port, isOld ? HttpVersion.Version11 : HttpVersion.Version20, LoopbackCertificate.Trusting(authority), _tally);
            clients.Add(client);
            for (int stream = 0; stream < (isOld ? 1 : StreamsPerClient); stream++)
            {
                yield return async () =>
                {
                    (HttpStatusCode code, byte[] body) = await client.PostAsync("/mutate", Reviews.Asking);
                    Reviews.AssertAnswered(code, body);
                };
            }
        }
    }

    /// <summary>Replaces one instance after the other.</summary>
    /// <returns>The memory that the last one had when it was told to end.</returns>
    private async Task<long> TurnAsync(List<ServeProcess> servers, Balancer balancer, CancellationToken done)
    {
        long memory = 0;
        while (!done.IsCancellationRequested)
        {
            ServeProcess old = servers[0];
            memory = ResidentMemory.Of(old.Id);
            old.Terminate();
            Assert.Equal(0, await old.ExitAsync());
            Assert.Empty(old.Failures);
            balancer.Remove(old);
            servers.RemoveAt(0);
            await old.DisposeAsync();
            Interlocked.Increment(ref _turns);
            if (!done.IsCancellationRequested)
            {
                servers.Add(await StartAsync(balancer));
            }
        }

        return memory;
    }

    private async Task<ServeProcess> StartAsync(Balancer balancer)
    {
        ServeProcess server = await ServeProcess.StartAsync(
            _folder, ["--templates", Reviews.Templates, "--drain-delay", "1s", "--shutdown-timeout", "20s"]);
        balancer.Add(server);
        await Eventually.HoldsAsync(() => balancer.Sees(server));
        return server;
    }
}
