using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.FunctionalTests.Serving;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Clients that mean no good: some connect and say nothing, some write a byte a second, some take back what they asked.</summary>
/// <param name="port">The port of the server.</param>
/// <param name="authority">Who issued its certificate.</param>
internal sealed class Crowd(int port, X509Certificate2 authority) : IAsyncDisposable
{
    private const int SlowBody = 100_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>What a server may answer to all this: to close, at any time.</summary>
    private static readonly Type[] Closings = [typeof(IOException), typeof(SocketException), typeof(System.Security.Authentication.AuthenticationException)];

    private static readonly byte[] SlowRequest = Encoding.ASCII.GetBytes(
        $"POST /mutate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {SlowBody}\r\n\r\n{new string(' ', SlowBody)}");

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _clients = [];
    private long _idle;
    private long _slow;
    private long _resets;
    private long _closed;

    /// <summary>Connections that stand and are silent now.</summary>
    public long Idle => Interlocked.Read(ref _idle);

    /// <summary>Connections now on which a byte comes each second.</summary>
    public long Slow => Interlocked.Read(ref _slow);

    /// <summary>Requests that were begun and taken back so far.</summary>
    public long Resets => Interlocked.Read(ref _resets);

    /// <summary>How many of these connections the server closed so far.</summary>
    public long Closed => Interlocked.Read(ref _closed);

    /// <summary>Adds connections that shake hands and are silent.</summary>
    public void AddIdle(int count) => Add(count, protocol: null, async stream =>
    {
        Interlocked.Increment(ref _idle);
        try
        {
            await stream.ReadExactlyAsync(new byte[1], _stop.Token);
        }
        finally
        {
            Interlocked.Decrement(ref _idle);
        }
    });

    /// <summary>Adds connections that send a byte of a request each second.</summary>
    /// <remarks>Half of them dally with the headers, half with the body.</remarks>
    public void AddSlow(int count)
    {
        int added = 0;
        Add(count, protocol: null, async stream =>
        {
            Interlocked.Increment(ref _slow);
            try
            {
                await WriteSlowlyAsync(stream, Interlocked.Increment(ref added) % 2 == 0 ? 1 : SlowRequest.Length - SlowBody);
            }
            finally
            {
                Interlocked.Decrement(ref _slow);
            }
        });
    }

    /// <summary>Adds connections that begin requests over HTTP/2 and reset them at once.</summary>
    /// <param name="connections">How many.</param>
    /// <param name="perSecond">How many requests they begin each second, all together.</param>
    public void AddResetting(int connections, int perSecond)
    {
        const int BurstsPerSecond = 20;
        int burst = perSecond / connections / BurstsPerSecond;
        Add(connections, SslApplicationProtocol.Http2, async stream =>
        {
            RapidResets resets = new(stream);
            Task end = resets.ReadToEndAsync(_stop.Token);
            await resets.GreetAsync(_stop.Token);
            using PeriodicTimer timer = new(Second / BurstsPerSecond);
            while (!end.IsCompleted && await timer.WaitForNextTickAsync(_stop.Token))
            {
                await resets.SendAsync(burst, _stop.Token);
                Interlocked.Add(ref _resets, burst);
            }

            await end;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_clients);
        _stop.Dispose();
    }

    private async Task WriteSlowlyAsync(SslStream stream, int sent)
    {
        await stream.WriteAsync(SlowRequest.AsMemory(0, sent), _stop.Token);
        Task answer = stream.ReadAtLeastAsync(new byte[4096], 4096, throwOnEndOfStream: false, _stop.Token).AsTask();
        using PeriodicTimer timer = new(Second);
        while (!answer.IsCompleted && await timer.WaitForNextTickAsync(_stop.Token))
        {
            await stream.WriteAsync(SlowRequest.AsMemory(sent++, 1), _stop.Token);
        }

        await answer;
    }

    private void Add(int count, SslApplicationProtocol? protocol, Func<SslStream, Task> behave)
    {
        for (int i = 0; i < count; i++)
        {
            _clients.Add(Task.Run(() => AgainAsync(protocol, behave)));
        }
    }

    /// <summary>Connects again whenever the server has had enough.</summary>
    private async Task AgainAsync(SslApplicationProtocol? protocol, Func<SslStream, Task> behave)
    {
        SslClientAuthenticationOptions options = new()
        {
            TargetHost = "localhost",
            ApplicationProtocols = protocol is { } one ? [one] : [],
            CertificateChainPolicy = LoopbackCertificate.Trusting(authority),
        };
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, _stop.Token);
                await using SslStream stream = new(new NetworkStream(socket));
                await stream.AuthenticateAsClientAsync(options, _stop.Token);
                await behave(stream);
                Interlocked.Increment(ref _closed);
            }
            catch (Exception failure) when (Closings.Any(closing => closing.IsInstanceOfType(failure)))
            {
                Interlocked.Increment(ref _closed);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
            }
        }
    }
}
