using System.Net;
using System.Security.Cryptography.X509Certificates;
using Webhooks.FunctionalTests.Serving;
using Webhooks.FunctionalTests.Templates;
using Webhooks.Server.Certificates;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Templates that change every 100 ms under load.</summary>
/// <remarks>The folder is written and watched as in earnest, but the watch looks every 25 ms, so that no version is passed over.</remarks>
[Collection(SoakRuns.Name)]
public sealed class ReloadSoak(ITestOutputHelper output) : IDisposable
{
    private const int OldConnections = 25;
    private const int NewConnections = 25;
    private const int LeastVersions = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly TemporaryFolder _folder = new();
    private readonly LoadTally _tally = new();
    private int _newest;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Answers_are_wholly_of_one_version_while_a_volume_is_swapped()
    {
        TemplateVolume volume = new(Directory.CreateDirectory(Path.Combine(_folder.Path, "templates")).FullName);
        return RunAsync("reload by swap", (one, two) => volume.Write(("one.yaml", one), ("two.yaml", two)));
    }

    [Fact]
    public Task Answers_are_wholly_of_one_version_while_a_file_is_replaced()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "templates")).FullName;
        return RunAsync("reload by rename", (one, two) =>
        {
            string temporary = Path.Combine(folder, "pair.new");
            File.WriteAllText(temporary, $"{one}---\n{two}");
            File.Move(temporary, Path.Combine(folder, "pair.yaml"), overwrite: true);
        });
    }

    private async Task RunAsync(string name, Action<string, string> write)
    {
        // The two ways of writing share the count.
        SoakSettings settings = SoakSettings.Read(slice: 2000);
        RotatedTemplates templates = new(write);
        templates.Next();
        await using QuickServer server = await QuickServer.StartAsync(
            new TlsSettings { SelfSignedFolder = Path.Combine(_folder.Path, "tls") }, Path.Combine(_folder.Path, "templates"));
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder.Path, "tls", "ca.crt"));
        long memory = Environment.WorkingSet;
        using CancellationTokenSource done = new();
        Task rotating = Task.Run(() => Rotation.RunAsync(Pace, templates.Next, done.Token));
        LoadClient[] clients =
        [
            .. Enumerable.Range(0, OldConnections + NewConnections).Select(i => new LoadClient(
                server.Ports.Admission, i < OldConnections ? HttpVersion.Version11 : HttpVersion.Version20, LoopbackCertificate.Trusting(authority), _tally)),
        ];
        try
        {
            await new LoadRun(_tally, settings.Count / 2, settings.Seed) { MayEnd = () => _newest >= LeastVersions || rotating.IsCompleted }
                .RunAsync(clients.Select(client => (Func<Task>)(() => AskAsync(client, templates))));
        }
        finally
        {
            await done.CancelAsync();
            await rotating;
            Array.ForEach(clients, client => client.Dispose());
        }

        output.WriteLine(_tally.Summary(
            name, settings, $"{templates.Version} versions, the newest answered {_newest}, RSS of server and clients {ResidentMemory.Text(memory)} at start, {ResidentMemory.Text(Environment.WorkingSet)} at the end"));
        _tally.AssertNoFailures();
        Assert.Equal("0", await server.MetricAsync("webhooks_template_errors_total"));
    }

    private async Task AskAsync(LoadClient client, RotatedTemplates templates)
    {
        int before = Volatile.Read(ref _newest);
        (HttpStatusCode code, byte[] answer) = await client.PostAsync("/mutate", RotatedTemplates.Review);
        Reviews.AssertAnswered(code, answer);
        int version = templates.VersionOf(answer);
        if (version < before)
        {
            throw new InvalidOperationException($"answered by version {version}, after another request had been answered by {before}");
        }

        for (int newest = before; newest < version; newest = Volatile.Read(ref _newest))
        {
            Interlocked.CompareExchange(ref _newest, version, newest);
        }
    }
}
