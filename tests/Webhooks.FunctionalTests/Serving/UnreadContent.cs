using System.Net;
using System.Net.Http.Headers;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>A long body that counts how much of it anybody wanted.</summary>
internal sealed class UnreadContent : HttpContent
{
    private readonly long _length;

    public UnreadContent(long length)
    {
        _length = length;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public long Sent { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] part = new byte[64 * 1024];
        while (Sent < _length)
        {
            await stream.WriteAsync(part);
            Sent += part.Length;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
