using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Server.Serving;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

public sealed class UnreadLogTests : IDisposable
{
    private static readonly byte[] Review = File.ReadAllBytes(Repository.PathOf("tests", "Golden", "reviews", "create-pods-2", "input.json"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A pipe holds 64 KiB and the queue 2,500 lines; a request at trace makes a dozen lines and more.</summary>
    [Fact]
    public async Task A_server_whose_log_nobody_reads_answers_and_stops_as_any_other()
    {
        (int port, int healthPort) = FreePorts();
        using Process process = Executable.Start(
        [
            "serve", "--bind-address", "127.0.0.1", "--port", port.ToString(CultureInfo.InvariantCulture), "--health-port", healthPort.ToString(CultureInfo.InvariantCulture),
            "--tls-self-signed", _folder.Path, "--templates", Repository.PathOf("deploy", "samples", "templates"), "--log-level", "trace", "--drain-delay", "0s",
        ]);
        using HttpClient health = new() { BaseAddress = new Uri($"http://127.0.0.1:{healthPort}") };
        await Eventually.HoldsAsync(async () =>
        {
            try
            {
                return await health.GetStringAsync("/readyz") == "ok";
            }
            catch (HttpRequestException)
            {
                return false;
            }
        });
        using HttpClient client = new(new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = LoopbackCertificate.Trusting(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder.Path, "ca.crt"))) },
        })
        {
            DefaultRequestVersion = HttpVersion.Version20,
        };
        for (int round = 0; round < 1000; round++)
        {
            using ByteArrayContent content = new(Review) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using HttpResponseMessage answer = await client.PostAsync($"https://localhost:{port}/mutate", content);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.True(Tool.TryRun("kill", "", out _, "-TERM", process.Id.ToString(CultureInfo.InvariantCulture)));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, process.ExitCode);
    }

    private static (int Port, int HealthPort) FreePorts()
    {
        using BoundPort port = BoundPort.Take(IPAddress.Loopback, 0, "--port");
        using BoundPort healthPort = BoundPort.Take(IPAddress.Loopback, 0, "--health-port");
        return (port.Number, healthPort.Number);
    }
}
