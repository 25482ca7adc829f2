namespace Webhooks.Benchmarks.Http2;

/// <summary>What becomes of the requests of one connection, in the order in which it arrives.</summary>
internal interface IResponses
{
    /// <summary>The head of a response.</summary>
    void OnStatus(int stream, int status);

    /// <summary>A part of its body, valid during the call.</summary>
    void OnBody(int stream, ReadOnlySpan<byte> part);

    /// <summary>It is complete.</summary>
    void OnEnd(int stream);

    /// <summary>The server gave the stream up. Codes: RFC 9113, section 7.</summary>
    void OnReset(int stream, uint code);
}
