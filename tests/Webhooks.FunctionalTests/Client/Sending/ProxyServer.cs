using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Webhooks.FunctionalTests.Client.Sending;

/// <summary>A proxy: tunnels by CONNECT, or by SOCKS 5 where it is asked that way; behind TLS where it has a certificate.</summary>
internal sealed class ProxyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public ProxyServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it was asked for: the head of a CONNECT, or the host and port of SOCKS.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> tunnels = [];
        try
        {
            while (true)
            {
                tunnels.Add(TunnelAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }

        await Task.WhenAll(tunnels);
    }

    private async Task TunnelAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                Stream client = connection.GetStream();
                if (_certificate is not null)
                {
                    SslStream secure = new(client);
                    await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                    client = secure;
                }

                byte[] first = new byte[1];
                await client.ReadExactlyAsync(first, _stop.Token);
                int port = first[0] == 5 ? await SocksAsync(client) : await ConnectAsync(client, first[0]);
                using TcpClient server = new();
                await server.ConnectAsync(IPAddress.Loopback, port, _stop.Token);
                Stream target = server.GetStream();
                await Task.WhenAny(client.CopyToAsync(target, _stop.Token), target.CopyToAsync(client, _stop.Token));
            }
            catch (Exception end) when (end is IOException or OperationCanceledException)
            {
                // One side has gone, or the test has ended.
            }
        }
    }

    private async Task<int> ConnectAsync(Stream client, byte first)
    {
        List<byte> head = [first];
        byte[] one = new byte[1];
        while (!head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            await client.ReadExactlyAsync(one, _stop.Token);
            head.Add(one[0]);
        }

        string text = Encoding.ASCII.GetString([.. head]);
        Asked.Enqueue(text);
        await client.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), _stop.Token);
        return int.Parse(text.Split(' ')[1].Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    // RFC 1928, without a password, for names alone.
    private async Task<int> SocksAsync(Stream client)
    {
        byte[] count = new byte[1];
        await client.ReadExactlyAsync(count, _stop.Token);
        await client.ReadExactlyAsync(new byte[count[0]], _stop.Token);
        await client.WriteAsync(new byte[] { 5, 0 }, _stop.Token);
        byte[] head = new byte[5];
        await client.ReadExactlyAsync(head, _stop.Token);
        byte[] rest = new byte[head[4] + 2];
        await client.ReadExactlyAsync(rest, _stop.Token);
        int port = (rest[^2] << 8) | rest[^1];
        Asked.Enqueue($"{Encoding.ASCII.GetString(rest[..^2])}:{port}");
        await client.WriteAsync(new byte[] { 5, 0, 0, 1, 0, 0, 0, 0, 0, 0 }, _stop.Token);
        return port;
    }
}
