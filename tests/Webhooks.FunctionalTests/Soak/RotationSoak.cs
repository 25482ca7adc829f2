using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Webhooks.FunctionalTests.Serving;
using Webhooks.FunctionalTests.Templates;
using Webhooks.Server.Certificates;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Certificates that change every 200 ms, RSA and ECDSA in turn, while clients connect all the time.</summary>
/// <remarks>The files are written and watched as in earnest, but the watch looks every 25 ms, so that no version is passed over.</remarks>
[Collection(SoakRuns.Name)]
public sealed class RotationSoak(ITestOutputHelper output) : IDisposable
{
    private const int Connecting = 16;
    private const int Standing = 2;
    private const int LeastCertificates = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    /// <summary>An API server that asks on a connection that stands, all the time, would leave no processor for handshakes.</summary>
    private static readonly TimeSpan StandingPause = TimeSpan.FromMilliseconds(20);

    private static readonly SslProtocols[] Protocols = [SslProtocols.Tls12, SslProtocols.Tls13];

    private static readonly byte[] Request =
    [
        .. Encoding.ASCII.GetBytes($"POST /mutate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Reviews.Asking.Length}\r\n\r\n"),
        .. Reviews.Asking,
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly RotatedCertificates _certificates = new();
    private readonly LoadTally _tally = new();
    private readonly LoadTally _standing = new();

    public void Dispose()
    {
        _certificates.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_handshake_fails_while_certificates_are_rotated()
    {
        SoakSettings settings = SoakSettings.Read(slice: 600);
        string folder = Directory.CreateDirectory(Path.Combine(_folder.Path, "volume")).FullName;
        TemplateVolume volume = new(folder);
        Rotate(volume);
        await using QuickServer server = await QuickServer.StartAsync(
            new TlsSettings { CertificateFile = Path.Combine(folder, "tls.crt"), KeyFile = Path.Combine(folder, "tls.key") }, Reviews.Templates);
        long memory = Environment.WorkingSet;
        using CancellationTokenSource done = new();
        Task rotating = Task.Run(() => Rotation.RunAsync(Pace, () => Rotate(volume), done.Token));
        LoadClient[] standing =
        [
            .. Enumerable.Range(0, Standing).Select(i => new LoadClient(
                server.Ports.Admission, i == 0 ? HttpVersion.Version11 : HttpVersion.Version20, LoopbackCertificate.Trusting(_certificates.Authority), _standing)),
        ];
        Task standingAsks = new LoadRun(_standing, 1, settings.Seed) { LongestPause = StandingPause, MayEnd = () => done.IsCancellationRequested }.RunAsync(standing.Select(Asker));
        try
        {
            await new LoadRun(_tally, settings.Count, settings.Seed) { MayEnd = () => _certificates.Issued >= LeastCertificates || rotating.IsCompleted }
                .RunAsync(Enumerable.Range(0, Connecting).Select(i => Connecter(server.Ports.Admission, Protocols[i % Protocols.Length])));
        }
        finally
        {
            await done.CancelAsync();
            await rotating;
            await standingAsks;
            Array.ForEach(standing, client => client.Dispose());
        }

        string reloads = await server.MetricAsync("webhooks_certificate_reloads_total");
        string failed = await server.MetricAsync("webhooks_certificate_reload_failures_total");
        output.WriteLine(_tally.Summary(
            "rotation (handshakes, each with a request)",
            settings,
            $"{_certificates.Issued} certificates, {reloads} put in force, {failed} seen as unfit, {_standing.Answered} answered on standing connections, RSS of server and clients {ResidentMemory.Text(memory)} at start, {ResidentMemory.Text(Environment.WorkingSet)} at the end"));
        _tally.AssertNoFailures();
        _standing.AssertNoFailures();
        Assert.NotEqual("0", reloads);
        Assert.Equal("0", failed);
    }

    private void Rotate(TemplateVolume volume)
    {
        (string certificate, string key) = _certificates.Next();
        volume.Write(("tls.crt", certificate), ("tls.key", key));
    }

    private static Func<Task> Asker(LoadClient client) => async () =>
    {
        (HttpStatusCode code, byte[] answer) = await client.PostAsync("/mutate", Reviews.Asking);
        Reviews.AssertAnswered(code, answer);
    };

    /// <summary>A handshake, a request and its answer.</summary>
    private Func<Task> Connecter(int port, SslProtocols protocol)
    {
        SslClientAuthenticationOptions options = new()
        {
            TargetHost = "localhost",
            EnabledSslProtocols = protocol,
            CertificateChainPolicy = LoopbackCertificate.Trusting(_certificates.Authority),
        };
        byte[] answer = new byte[64 * 1024];
        return async () =>
        {
            using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            await using SslStream stream = new(new NetworkStream(socket));
            await stream.AuthenticateAsClientAsync(options);
            await stream.WriteAsync(Request);
            int length = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false);
            if (!answer.AsSpan(0, length).StartsWith("HTTP/1.1 200 "u8))
            {
                throw new InvalidOperationException($"answered: {Encoding.UTF8.GetString(answer.AsSpan(0, Math.Min(length, 500)))}");
            }
        };
    }
}
