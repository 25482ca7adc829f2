using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Benchmarks.Http2;

namespace Webhooks.Benchmarks.Load;

/// <summary>A server that runs on the first core alone.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Core = "0";
    private static readonly TimeSpan MostStart = TimeSpan.FromSeconds(60);

    private readonly Executable _executable;
    private readonly Process _process;

    private ServerProcess(Executable executable, Process process, int port, int healthPort)
    {
        (_executable, _process, Port, Health) = (executable, process, port, new HealthPort(healthPort));
    }

    public int Port { get; }

    public HealthPort Health { get; }

    /// <summary>From before the process was made until <c>/readyz</c> answered 200.</summary>
    public TimeSpan StartToReady { get; private set; }

    /// <summary>The processor time that it has used, in user and kernel mode; counted in steps of 10 ms.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The bytes of its memory that are in RAM, pages of files included.</summary>
    public long Resident => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/smaps_rollup").First(line => line.StartsWith("Rss:", StringComparison.Ordinal))[4..^2],
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
        CultureInfo.InvariantCulture) * 1024;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended instead, or took longer than a minute.</exception>
    public static ServerProcess Start(Executable executable)
    {
        (int port, int healthPort) = FreePorts();
        string[] ports = ["--port", Text(port), "--health-port", Text(healthPort), "--tls-self-signed", executable.Certificates];
        // taskset becomes the server: the process is one and the same.
        ProcessStartInfo start = new("taskset", ["-c", Core, executable.File, .. executable.Arguments, .. ports]) { RedirectStandardOutput = true };
        long started = Stopwatch.GetTimestamp();
        ServerProcess server = new(executable, Process.Start(start)!, port, healthPort);
        server._process.OutputDataReceived += static (_, _) => { };
        server._process.BeginOutputReadLine();
        while (!server.Health.IsReady())
        {
            if (server._process.HasExited || Stopwatch.GetElapsedTime(started) > MostStart)
            {
                server.Dispose();
                throw new InvalidOperationException($"{executable.Name} did not become ready");
            }

            Thread.Sleep(1);
        }

        server.StartToReady = Stopwatch.GetElapsedTime(started);
        return server;
    }

    /// <summary>Opens a connection that trusts this server alone.</summary>
    public Http2Connection Connect()
    {
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_executable.Certificates, "ca.crt"));
        return Http2Connection.Open(Port, authority);
    }

    /// <summary>The head of the requests to it.</summary>
    public PostRequest Post(string path, byte[] body) => new($"localhost:{Text(Port)}", path, body);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static (int First, int Second) FreePorts()
    {
        using TcpListener first = new(IPAddress.Loopback, 0);
        using TcpListener second = new(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
