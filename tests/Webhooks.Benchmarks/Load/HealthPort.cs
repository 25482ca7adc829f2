using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Webhooks.Benchmarks.Load;

/// <summary>The plain port of a server on this machine, asked by hand: a client's own start would be part of the result.</summary>
internal sealed class HealthPort(int port)
{
    private const string Allocated = "dotnet_gc_allocated_bytes_total ";

    /// <summary>Whether <c>/readyz</c> answers 200; no when nobody listens yet.</summary>
    public bool IsReady() => Get("/readyz") is { } answer && answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal);

    /// <summary>The bytes that the server has allocated on the managed heap; null when its metrics do not say.</summary>
    public long? AllocatedBytes() =>
        Get("/metrics")!.Split('\n').FirstOrDefault(line => line.StartsWith(Allocated, StringComparison.Ordinal)) is { } line
            ? (long)double.Parse(line[Allocated.Length..], CultureInfo.InvariantCulture)
            : null;

    private string? Get(string path)
    {
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return null;
        }

        socket.Send(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using StreamReader reader = new(new NetworkStream(socket));
        return reader.ReadToEnd();
    }
}
