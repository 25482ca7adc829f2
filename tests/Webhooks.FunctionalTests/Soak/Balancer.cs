using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Webhooks.FunctionalTests.Serving;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>
/// A balancer of TCP connections, as a Service is: a new connection goes to one of the servers that were ready at the last
/// look; one that stands is left alone, whatever becomes of its server.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private ImmutableList<ServeProcess> _servers = [];
    private ImmutableList<ServeProcess> _ready = [];
    private int _turn;

    public Balancer()
    {
        _listener.Start(backlog: 1024);
        _work = Task.WhenAll(Task.Run(LookAsync), Task.Run(AcceptAsync));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Adds a server; it gets connections once it is seen to be ready.</summary>
    public void Add(ServeProcess server) => ImmutableInterlocked.Update(ref _servers, servers => servers.Add(server));

    /// <summary>Forgets one that has ended.</summary>
    public void Remove(ServeProcess server) => ImmutableInterlocked.Update(ref _servers, servers => servers.Remove(server));

    /// <summary>Whether new connections go there.</summary>
    public bool Sees(ServeProcess server) => _ready.Contains(server);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _work;
        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            List<ServeProcess> ready = [];
            foreach (ServeProcess server in _servers)
            {
                if (await IsReadyAsync(server))
                {
                    ready.Add(server);
                }
            }

            _ready = [.. ready];
            await Task.Delay(LookInterval);
        }
    }

    private static async Task<bool> IsReadyAsync(ServeProcess server)
    {
        try
        {
            using CancellationTokenSource late = new(Patience);
            using HttpResponseMessage answer = await server.Health.GetAsync("/readyz", late.Token);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            // Gone, perhaps disposed of since the look began.
            return false;
        }
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync(_stop.Token);
                connections.RemoveAll(connection => connection.IsCompleted);
                connections.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (OperationCanceledException)
        {
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(Socket client)
    {
        using Socket server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            ImmutableList<ServeProcess> ready = _ready;
            if (ready.Count == 0)
            {
                return;
            }

            try
            {
                await server.ConnectAsync(IPAddress.Loopback, ready[(int)((uint)Interlocked.Increment(ref _turn) % (uint)ready.Count)].Port, _stop.Token);
                await Task.WhenAll(CopyAsync(client, server), CopyAsync(server, client));
            }
            catch (Exception failure) when (failure is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One side is gone: disposing of both tells the other.
            }
        }
    }

    /// <summary>What one side sends and ends, the other gets and sees end.</summary>
    private async Task CopyAsync(Socket from, Socket to)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and int length)
            {
                for (int sent = 0; sent < length;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, length - sent), _stop.Token);
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            // A reset: the other direction must not wait for its end.
            from.Dispose();
            to.Dispose();
            throw;
        }
    }
}
