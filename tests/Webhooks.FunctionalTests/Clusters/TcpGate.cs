using System.Net;
using System.Net.Sockets;

namespace Webhooks.FunctionalTests.Clusters;

/// <summary>A port before a server, behind which the server can go away and come back: connections are cut, and new ones refused, until it is open again.</summary>
internal sealed class TcpGate : IAsyncDisposable
{
    private readonly int _server;
    private readonly Lock _changing = new();
    private readonly List<Socket> _sockets = [];
    private readonly List<Task> _copying = [];
    private Socket? _listener;

    /// <summary>Opens one before a port of the loopback interface.</summary>
    public TcpGate(int server)
    {
        _server = server;
        Open(0);
    }

    /// <summary>The port, the same each time that it is open.</summary>
    public int Port { get; private set; }

    /// <summary>Lets connections in again.</summary>
    public void Open() => Open(Port);

    /// <summary>Cuts all connections and refuses new ones.</summary>
    public void Close()
    {
        lock (_changing)
        {
            _listener?.Dispose();
            _listener = null;
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Close();
        await Task.WhenAll(_copying);
    }

    private void Open(int port)
    {
        Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen();
        Port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        lock (_changing)
        {
            _listener = listener;
            _copying.Add(Task.Run(() => AcceptAsync(listener)));
        }
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                Socket client = await listener.AcceptAsync();
                Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                client.NoDelay = true;
                lock (_changing)
                {
                    if (_listener != listener)
                    {
                        client.Dispose();
                        server.Dispose();
                        return;
                    }

                    _sockets.AddRange(client, server);
                    _copying.Add(Task.Run(() => JoinAsync(client, server)));
                }
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task JoinAsync(Socket client, Socket server)
    {
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server);
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // Closed, on one side or here.
        }
        finally
        {
            client.Dispose();
            server.Dispose();
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await from.ReceiveAsync(buffer)) > 0;)
            {
                await to.SendAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The other end is gone.
        }
    }
}
