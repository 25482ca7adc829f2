using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Webhooks.Server.Certificates;

namespace Webhooks.FunctionalTests.Certificates;

/// <summary>Echoes the first byte of each connection, with the options asked for per connection as Kestrel asks.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ServingTls _tls;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public TlsServer(ServingTls tls)
    {
        _tls = tls;
        _listener.Start(backlog: 512);
        _accepting = AcceptAsync();
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(EchoAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }

        await Task.WhenAll(connections);
    }

    private async Task EchoAsync(TcpClient connection)
    {
        using (connection)
        {
            using SslStream stream = new(connection.GetStream());
            try
            {
                await stream.AuthenticateAsServerAsync((_, _, _, _) => ValueTask.FromResult(_tls.ForConnection()), null);
                byte[] one = new byte[1];
                await stream.ReadExactlyAsync(one);
                await stream.WriteAsync(one);
                // Till the client has gone.
                await stream.ReadAtLeastAsync(one, 1, throwOnEndOfStream: false);
            }
            catch (Exception failure) when (failure is AuthenticationException or IOException)
            {
                // Refused: the client sees that.
            }
        }
    }
}
