using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>Reads what stands on the wire, value after value, with the errors of Go's generated code.</summary>
/// <remarks>No recursion: groups are counted.</remarks>
internal ref struct WireReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>How many bytes are read.</summary>
    public int Position { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => Position == _data.Length;

    private readonly int Left => _data.Length - Position;

    /// <summary>Reads a varint.</summary>
    /// <exception cref="DecodeException">It has more than ten bytes, or no end.</exception>
    public ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            if (shift >= 64)
            {
                throw new DecodeException("proto: integer overflow");
            }

            if (IsAtEnd)
            {
                throw UnexpectedEnd();
            }

            byte next = _data[Position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>Reads the eight bytes of a number.</summary>
    /// <exception cref="DecodeException">So many are not left.</exception>
    public ulong Fixed64() => System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(_data[Take(8)]);

    /// <summary>Reads a length and gives the place of as many bytes.</summary>
    /// <exception cref="DecodeException">So many are not left.</exception>
    public Range Bytes() => Take(Varint());

    /// <summary>Passes over a value of a field that isn't known, a group as a whole.</summary>
    /// <exception cref="DecodeException">It has no end, or is none.</exception>
    public void Skip(WireType type)
    {
        int depth = 0;
        while (true)
        {
            switch (type)
            {
                case WireType.Varint:
                    Varint();
                    break;
                case WireType.Fixed64:
                    Take(8);
                    break;
                case WireType.Bytes:
                    Bytes();
                    break;
                case WireType.StartGroup:
                    depth++;
                    break;
                case WireType.EndGroup when depth > 0:
                    depth--;
                    break;
                case WireType.EndGroup:
                    throw new DecodeException("proto: unexpected end of group");
                case WireType.Fixed32:
                    Take(4);
                    break;
                default:
                    throw new DecodeException($"proto: illegal wireType {(int)type}");
            }

            if (depth == 0)
            {
                return;
            }

            type = (WireType)(Varint() & 7);
        }
    }

    private Range Take(ulong length)
    {
        if (length > (ulong)(long.MaxValue - Position))
        {
            throw new DecodeException("proto: negative length found during unmarshaling");
        }

        if (length > (ulong)Left)
        {
            throw UnexpectedEnd();
        }

        int start = Position;
        Position += (int)length;
        return start..Position;
    }

    private static DecodeException UnexpectedEnd() => new("unexpected EOF");
}
