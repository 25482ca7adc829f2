using System.Net;
using System.Security.Cryptography.X509Certificates;
using Webhooks.FunctionalTests.Serving;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Reviews as nobody should send them.</summary>
[Collection(SoakRuns.Name)]
public sealed class MutatedSoak(ITestOutputHelper output) : IDisposable
{
    private const int Connections = 2;
    private const int StreamsPerConnection = 8;

    /// <summary>Of the memory after the first tenth. A slice is over before memory has found its level.</summary>
    private const double MostGrowth = 1.2;

    private static readonly string[] Paths = ["/mutate", "/mutate", "/mutate/defaults", "/validate/templates", "/validate/users"];

    private readonly TemporaryFolder _folder = new();
    private readonly LoadTally _tally = new();
    private long _unreadable;
    private long _memoryAfterTenth;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mutated_reviews_are_answered_or_refused_and_memory_stays_flat()
    {
        SoakSettings settings = SoakSettings.Read(slice: 3000);
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", Reviews.Templates]);
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder.Path, "tls", "ca.crt"));
        long memory = ResidentMemory.Of(server.Id);
        LoadClient[] clients = [.. Enumerable.Range(0, Connections).Select(_ => new LoadClient(server.Port, HttpVersion.Version20, LoopbackCertificate.Trusting(authority), _tally))];
        await new LoadRun(_tally, settings.Count, settings.Seed).RunAsync(Enumerable.Range(0, Connections * StreamsPerConnection).Select(worker => Asker(clients[worker % Connections], server.Id, settings, worker)));
        Array.ForEach(clients, client => client.Dispose());

        long memoryAfter = ResidentMemory.Of(server.Id);
        output.WriteLine(_tally.Summary(
            "mutated",
            settings,
            $"{_unreadable} refused as unreadable, RSS {ResidentMemory.Text(memory)} at start, {ResidentMemory.Text(_memoryAfterTenth)} after a tenth, {ResidentMemory.Text(memoryAfter)} at the end"));
        _tally.AssertNoFailures();
        Assert.Empty(server.Failures);
        Assert.Equal("ok", await server.Health.GetStringAsync("/livez"));
        Assert.InRange(_unreadable, 1, settings.Count - 1);
        if (settings.IsFull)
        {
            Assert.True(memoryAfter <= _memoryAfterTenth * MostGrowth, $"memory grew to {(double)memoryAfter / _memoryAfterTenth:F2} times what it was after the first tenth");
        }
    }

    private Func<Task> Asker(LoadClient client, int server, SoakSettings settings, int worker)
    {
        ReviewMutations mutations = new(settings.Seed + worker);
        int asked = 0;
        return async () =>
        {
            string path = Paths[asked++ % Paths.Length];
            byte[] review = mutations.Next();
            (HttpStatusCode code, byte[] answer) = await client.PostAsync(path, review);
            if (code == HttpStatusCode.BadRequest)
            {
                Interlocked.Increment(ref _unreadable);
            }
            else
            {
                AssertAnswered(path, review, code, answer);
            }

            if (_tally.Answered == settings.Count / 10)
            {
                Interlocked.CompareExchange(ref _memoryAfterTenth, ResidentMemory.Of(server), 0);
            }
        };
    }

    private static void AssertAnswered(string path, byte[] review, HttpStatusCode code, byte[] answer)
    {
        try
        {
            Reviews.AssertAnswered(code, answer);
        }
        catch (InvalidOperationException failure)
        {
            throw new InvalidOperationException($"{path}: {failure.Message}\nasked, in base64: {Convert.ToBase64String(review)}", failure);
        }
    }
}
