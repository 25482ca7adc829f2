using System.Buffers;
using System.Buffers.Binary;

namespace Webhooks.Benchmarks.Http2;

/// <summary>Frames that wait to be sent, so that many go out in one write.</summary>
internal sealed class FrameWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(512 * 1024);

    /// <summary>What waits.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void Clear() => _buffer.ResetWrittenCount();

    /// <summary>Bytes that are no frame: the preface.</summary>
    public void Raw(ReadOnlySpan<byte> bytes) => _buffer.Write(bytes);

    public void Frame(FrameType type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        new FrameHeader(payload.Length, type, flags, stream).Write(_buffer.GetSpan(FrameHeader.Size));
        _buffer.Advance(FrameHeader.Size);
        _buffer.Write(payload);
    }

    /// <summary>Each setting is a number (RFC 9113, section 6.5.2) and its value.</summary>
    public void Settings(params ReadOnlySpan<(Setting Setting, uint Value)> settings)
    {
        Span<byte> payload = stackalloc byte[settings.Length * 6];
        for (int index = 0; index < settings.Length; index++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(payload[(index * 6)..], (ushort)settings[index].Setting);
            BinaryPrimitives.WriteUInt32BigEndian(payload[((index * 6) + 2)..], settings[index].Value);
        }

        Frame(FrameType.Settings, FrameHeader.None, 0, payload);
    }

    public void WindowUpdate(int stream, int bytes)
    {
        Span<byte> payload = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(payload, bytes);
        Frame(FrameType.WindowUpdate, FrameHeader.None, stream, payload);
    }
}
