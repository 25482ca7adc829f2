using System.Buffers;
using System.Text;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>Writes the fields of one message. As in proto3, values that are the default of their type are left out, but in lists.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>Writes a text.</summary>
    public void Text(int number, string text)
    {
        if (text.Length > 0)
        {
            Item(number, text);
        }
    }

    /// <summary>Writes a text that is one of a list.</summary>
    public void Item(int number, string text) => Bytes(number, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a Boolean.</summary>
    public void Bool(int number, bool value)
    {
        if (value)
        {
            Tag(number, WireType.Varint);
            Varint(1);
        }
    }

    /// <summary>Writes a message, be it an empty one.</summary>
    public void Message(int number, Action<WireWriter> write)
    {
        WireWriter inner = new();
        write(inner);
        Bytes(number, inner.Written.Span);
    }

    private void Bytes(int number, ReadOnlySpan<byte> bytes)
    {
        Tag(number, WireType.Bytes);
        Varint((ulong)bytes.Length);
        _buffer.Write(bytes);
    }

    private void Tag(int number, WireType type) => Varint(((ulong)number << 3) | (ulong)type);

    private void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }

        Byte((byte)value);
    }

    private void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }
}
