using System.Globalization;

namespace Webhooks.Benchmarks.Http2;

/// <summary>A body and where it goes, with the headers that an API server sends to a webhook.</summary>
internal sealed class PostRequest
{
    /// <param name="authority">Host and port.</param>
    /// <param name="path">With its slash.</param>
    /// <param name="body">Sent as it is.</param>
    public PostRequest(string authority, string path, ReadOnlyMemory<byte> body)
    {
        Body = body;
        Fields =
        [
            HeaderField.Post,
            HeaderField.Https,
            new(":authority", authority),
            new(":path", path),
            new("content-type", "application/json"),
            new("content-length", body.Length.ToString(CultureInfo.InvariantCulture)),
            new("accept", "application/json, */*"),
            new("accept-encoding", "gzip"),
            new("user-agent", "kube-apiserver-admission"),
        ];
    }

    public HeaderField[] Fields { get; }

    public ReadOnlyMemory<byte> Body { get; }
}
