using System.Buffers;
using System.Text;

namespace Webhooks.Benchmarks.Http2;

/// <summary>
/// Writes the headers of one connection's requests as an API server does: in full once, later as indexes into the
/// table that both sides keep. Once that is full, new fields are written without entering it. Source: RFC 7541.
/// </summary>
internal sealed class HeaderEncoder
{
    /// <summary>The bytes that the table may hold, counted as RFC 7541 counts.</summary>
    public const int Capacity = 4096;

    private const int Overhead = 32;
    private const int StaticEntries = 61;
    private const byte Indexed = 0x80;
    private const byte LiteralIndexed = 0x40;
    private const byte LiteralPlain = 0x00;

    private readonly Dictionary<HeaderField, int> _table = [];
    private readonly ArrayBufferWriter<byte> _block = new(1024);
    private int _size;

    /// <summary>The header block, valid until the next call.</summary>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<HeaderField> fields)
    {
        _block.ResetWrittenCount();
        foreach (HeaderField field in fields)
        {
            if (field.StaticIndex is > 0)
            {
                Number(Indexed, 7, field.StaticIndex);
            }
            else if (_table.TryGetValue(field, out int position))
            {
                Number(Indexed, 7, StaticEntries + _table.Count - position);
            }
            else
            {
                Literal(field);
            }
        }

        return _block.WrittenSpan;
    }

    private void Literal(HeaderField field)
    {
        int size = field.Name.Length + field.Value.Length + Overhead;
        if (_size + size <= Capacity)
        {
            _table.Add(field, _table.Count);
            _size += size;
            Number(LiteralIndexed, 6, 0);
        }
        else
        {
            Number(LiteralPlain, 4, 0);
        }

        Text(field.Name);
        Text(field.Value);
    }

    private void Text(string text)
    {
        Number(0, 7, text.Length);
        Encoding.ASCII.GetBytes(text, _block);
    }

    // RFC 7541, section 5.1: what does not fit into the bits left of the first byte follows, seven bits a byte.
    private void Number(byte pattern, int bits, int value)
    {
        int most = (1 << bits) - 1;
        if (value < most)
        {
            Byte(pattern | value);
            return;
        }

        Byte(pattern | most);
        for (value -= most; value >= 0x80; value >>= 7)
        {
            Byte((value & 0x7f) | 0x80);
        }

        Byte(value);
    }

    private void Byte(int value)
    {
        _block.GetSpan(1)[0] = (byte)value;
        _block.Advance(1);
    }
}
