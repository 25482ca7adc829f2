using System.Net.Sockets;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>The connections of a client, to be reset under it.</summary>
/// <remarks>Thread safe.</remarks>
/// <param name="isNarrow">Whether the kernel takes little ahead of the client.</param>
internal sealed class ServedConnections(bool isNarrow)
{
    private const int Narrow = 4096;

    private readonly Lock _lock = new();
    private readonly List<Socket> _sockets = [];

    /// <summary>Connects, for the client.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (isNarrow)
        {
            socket.ReceiveBufferSize = Narrow;
        }

        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        lock (_lock)
        {
            _sockets.Add(socket);
        }

        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Resets them all.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _sockets.ForEach(socket => socket.Close(timeout: 0));
            _sockets.Clear();
        }
    }
}
