using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary><c>webhooks serve</c> as a process of its own, on ports that were free.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Under load it logs more than anybody looks at.</summary>
    private const int MostLines = 10_000;

    private readonly Process _process;
    private readonly Task _reading;
    private readonly List<JsonElement> _lines = [];
    private readonly TaskCompletionSource<(int Port, int HealthPort)> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServeProcess(string folder, IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> environment)
    {
        Folder = folder;
        _process = Executable.Start(
            [
                "serve", "--bind-address", "127.0.0.1", "--port", "0", "--health-port", "0", "--tls-self-signed", Path.Combine(folder, "tls"), "--log-format", "json",
                .. arguments,
            ],
            environment);
        _process.StandardInput.Close();
        _reading = ReadAsync(_process.StandardError);
    }

    /// <summary>Where it keeps its certificates.</summary>
    public string Folder { get; }

    /// <summary>Port of the webhooks.</summary>
    public int Port => _listening.Task.Result.Port;

    public int Id => _process.Id;

    /// <summary>Speaks HTTPS to the webhooks, HTTP/2.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Speaks HTTP to the probes.</summary>
    public HttpClient Health { get; private set; } = null!;

    /// <summary>The log lines so far, the first ten thousand of them, and all failures.</summary>
    public IReadOnlyList<JsonElement> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>The log lines so far that tell of failures of its own.</summary>
    public IEnumerable<string> Failures => Lines.Where(line => line.GetProperty("level").GetString() == "error").Select(line => line.ToString());

    /// <summary>Starts one and waits until it is ready.</summary>
    public static async Task<ServeProcess> StartAsync(TemporaryFolder folder, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        ServeProcess process = new(folder.Path, arguments, environment);
        await process._ready.Task.WaitAsync(Patience);
        (int port, int healthPort) = await process._listening.Task;
        using X509Certificate2 ca = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder.Path, "tls", "ca.crt"));
        SocketsHttpHandler handler = new() { SslOptions = { CertificateChainPolicy = LoopbackCertificate.Trusting(new X509Certificate2(ca)) } };
        process.Client = new HttpClient(handler)
        {
            BaseAddress = new Uri($"https://localhost:{port}"),
            DefaultRequestVersion = new Version(2, 0),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        process.Health = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{healthPort}") };
        return process;
    }

    /// <summary>Posts a body to a webhook.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, byte[] body) =>
        Client.PostAsync(path, new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });

    /// <summary>Sends SIGTERM.</summary>
    public void Terminate() =>
        Assert.True(Tool.TryRun("kill", "", out _, "-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        await _reading;
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _reading;
        Client?.Dispose();
        Health?.Dispose();
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader errors)
    {
        List<string> others = [];
        while (await errors.ReadLineAsync() is { } text)
        {
            // One that is killed may leave half a line.
            if (!text.StartsWith('{') || !text.EndsWith('}'))
            {
                others.Add(text);
                continue;
            }

            JsonElement line = JsonDocument.Parse(text).RootElement;
            bool isFailure = line.GetProperty("level").GetString() == "error";
            lock (_lines)
            {
                if (_lines.Count < MostLines || isFailure)
                {
                    _lines.Add(line);
                }
            }

            string message = line.GetProperty("msg").GetString()!;
            if (message.StartsWith("Listening on port ", StringComparison.Ordinal))
            {
                int[] ports = [.. message.Split(' ', ',').Where(word => word.All(char.IsAsciiDigit) && word.Length > 0).Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
                _listening.TrySetResult((ports[0], ports[1]));
            }
            else if (message == "Ready")
            {
                _ready.TrySetResult();
            }
        }

        _ready.TrySetException(new InvalidOperationException($"it ended before it was ready: {string.Join('\n', others)}"));
    }
}
