namespace Webhooks.Benchmarks.Http2;

/// <summary>For while nothing was asked.</summary>
internal sealed class NoResponses : IResponses
{
    public static readonly NoResponses Instance = new();

    public void OnStatus(int stream, int status) => throw Unasked(stream);

    public void OnBody(int stream, ReadOnlySpan<byte> part) => throw Unasked(stream);

    public void OnEnd(int stream) => throw Unasked(stream);

    public void OnReset(int stream, uint code) => throw Unasked(stream);

    private static InvalidDataException Unasked(int stream) => new($"a response on stream {stream}, where nothing was asked");
}
