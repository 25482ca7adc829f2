using System.Buffers;
using System.Diagnostics;
using Webhooks.Benchmarks.Http2;

namespace Webhooks.Benchmarks.Load;

/// <summary>One request at a time, and what it brought.</summary>
internal sealed class SingleExchange : IResponses
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private bool _ended;

    /// <summary>Posts and waits for the whole answer.</summary>
    /// <param name="connection">On which nothing else happens.</param>
    /// <param name="request">What is posted.</param>
    /// <param name="isRight">Whether the answer's body is as it should be.</param>
    /// <returns>The body, and how long it took.</returns>
    /// <exception cref="InvalidDataException">The status is not 200, or the body is wrong.</exception>
    public static (byte[] Answer, TimeSpan Duration) Post(Http2Connection connection, PostRequest request, Predicate<byte[]> isRight)
    {
        SingleExchange exchange = new();
        long started = Stopwatch.GetTimestamp();
        connection.Post(request);
        connection.Flush();
        while (!exchange._ended)
        {
            connection.Receive(exchange);
        }

        TimeSpan duration = Stopwatch.GetElapsedTime(started);
        byte[] answer = exchange._body.WrittenSpan.ToArray();
        return isRight(answer)
            ? (answer, duration)
            : throw new InvalidDataException($"not the answer that was expected: {System.Text.Encoding.UTF8.GetString(answer)}");
    }

    public void OnStatus(int stream, int status)
    {
        if (status != 200)
        {
            throw new InvalidDataException($"status {status}");
        }
    }

    public void OnBody(int stream, ReadOnlySpan<byte> part) => _body.Write(part);

    public void OnEnd(int stream) => _ended = true;

    public void OnReset(int stream, uint code) => throw new InvalidDataException($"stream {stream} was reset with code {code}");
}
