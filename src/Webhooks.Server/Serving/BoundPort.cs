using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Serving;

/// <summary>A port that is ours, before there is a server on it: what can't be had is known before anything else has begun.</summary>
internal sealed class BoundPort : IDisposable
{
    private BoundPort(Socket socket)
    {
        Socket = socket;
        Number = ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>For a server to listen on.</summary>
    public Socket Socket { get; }

    /// <summary>The number that it got.</summary>
    public int Number { get; }

    /// <summary>Takes a port.</summary>
    /// <param name="address">One of this machine's addresses; <c>null</c>: all of them, of both families.</param>
    /// <param name="port">0: any that is free.</param>
    /// <param name="option">The option that chose it, for errors: <c>--port</c>.</param>
    /// <exception cref="CommandException">It can't be had.</exception>
    public static BoundPort Take(IPAddress? address, int port, string option)
    {
        IPAddress local = address ?? (Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any);
        Socket socket = new(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address == null && local.AddressFamily == AddressFamily.InterNetworkV6)
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(local, port));

            // Linux lets two processes have a port until one of them listens. Who connects before there is a server waits.
            socket.Listen();
            return new BoundPort(socket);
        }
        catch (SocketException failure)
        {
            socket.Dispose();
            throw new CommandException($"{option} {port.ToString(CultureInfo.InvariantCulture)}: {Problem(failure)}");
        }
    }

    /// <summary>Gives the port back: nobody is let in any more, and connections that stand go on.</summary>
    public void Dispose() => Socket.Dispose();

    private static string Problem(SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "in use by another process; choose a free port",
        SocketError.AccessDenied => "not permitted; ports below 1024 need a privilege",
        SocketError.AddressNotAvailable => "--bind-address is none of this machine's addresses",
        _ => failure.Message,
    };
}
