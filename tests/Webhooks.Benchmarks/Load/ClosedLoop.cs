using System.Diagnostics;
using Webhooks.Benchmarks.Http2;

namespace Webhooks.Benchmarks.Load;

/// <summary>
/// Keeps a number of streams of one connection busy: each answer that is complete is followed by the next request.
/// Every answer must be 200 and equal to the first, to the byte.
/// </summary>
internal sealed class ClosedLoop(Http2Connection connection, PostRequest request, byte[] expected, int streams) : IResponses
{
    private readonly Dictionary<int, Exchange> _open = new(streams);
    private readonly Stack<Exchange> _idle = new(Enumerable.Range(0, streams).Select(_ => new Exchange()));
    private readonly List<long> _latencies = new(1 << 20);

    /// <summary>Runs for a time and then waits for the answers that are still due.</summary>
    /// <returns>How long each request took, in ticks of the stopwatch.</returns>
    /// <exception cref="InvalidDataException">An answer was another one.</exception>
    public IReadOnlyList<long> Run(TimeSpan duration)
    {
        _latencies.Clear();
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            while (_idle.Count > 0 && connection.CanPost(request.Body.Length))
            {
                Exchange exchange = _idle.Pop();
                (exchange.Received, exchange.Started) = (0, Stopwatch.GetTimestamp());
                _open.Add(connection.Post(request), exchange);
            }

            connection.Flush();
            connection.Receive(this);
        }

        while (_open.Count > 0)
        {
            connection.Flush();
            connection.Receive(this);
        }

        return _latencies;
    }

    public void OnStatus(int stream, int status) => Require(status == 200, stream);

    public void OnBody(int stream, ReadOnlySpan<byte> part)
    {
        Exchange exchange = _open[stream];
        Require(expected.AsSpan(exchange.Received).StartsWith(part), stream);
        exchange.Received += part.Length;
    }

    public void OnEnd(int stream)
    {
        _open.Remove(stream, out Exchange? exchange);
        Require(exchange!.Received == expected.Length, stream);
        _latencies.Add(Stopwatch.GetTimestamp() - exchange.Started);
        _idle.Push(exchange);
    }

    public void OnReset(int stream, uint code) => Require(false, stream);

    private static void Require(bool condition, int stream)
    {
        if (!condition)
        {
            throw new InvalidDataException($"the answer on stream {stream} is not 200 or differs from the first");
        }
    }

    private sealed class Exchange
    {
        public long Started { get; set; }

        public int Received { get; set; }
    }
}
