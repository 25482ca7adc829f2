using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>A message taken apart: the values of each field, whatever their order was. What is inside of them isn't read.</summary>
/// <remarks>Immutable; it shares the bytes that it was read from. Cost: linear in the number of values.</remarks>
internal sealed class WireMessage
{
    private readonly WireValue[] _values;
    private readonly int[] _ends;

    private WireMessage(List<WireValue> values, int fields)
    {
        _ends = new int[fields];
        foreach (WireValue value in values)
        {
            _ends[value.Field]++;
        }

        int[] next = new int[fields];
        for (int i = 1; i < fields; i++)
        {
            next[i] = _ends[i - 1];
            _ends[i] += _ends[i - 1];
        }

        _values = new WireValue[values.Count];
        foreach (WireValue value in values)
        {
            _values[next[value.Field]++] = value;
        }
    }

    /// <summary>Takes a message apart.</summary>
    /// <exception cref="DecodeException">It is none of that type.</exception>
    public static WireMessage Read(ProtoMessage type, ReadOnlyMemory<byte> data)
    {
        List<WireValue> values = [];
        WireReader reader = new(data.Span);
        while (!reader.IsAtEnd)
        {
            (int number, WireType wire) = Tag(ref reader, type);
            int index = type.IndexOf(number);
            if (index < 0)
            {
                reader.Skip(wire);
            }
            else if (wire == WireType.Bytes && type.Fields[index].MayBePacked)
            {
                Unpack(values, index, type.Fields[index].WireType, data[reader.Bytes()]);
            }
            else if (wire != type.Fields[index].WireType)
            {
                throw new DecodeException($"proto: wrong wireType = {(int)wire} for field {type.Fields[index].GoName}");
            }
            else if (wire == WireType.Bytes)
            {
                values.Add(new(index, 0, data[reader.Bytes()]));
            }
            else
            {
                values.Add(Number(ref reader, index, wire));
            }
        }

        return new(values, type.Fields.Count);
    }

    /// <summary>The values of the field at that place among those of the type, as they came.</summary>
    public ReadOnlySpan<WireValue> Of(int field)
    {
        int start = field == 0 ? 0 : _ends[field - 1];
        return _values.AsSpan(start, _ends[field] - start);
    }

    /// <summary>The value that counts of a field that stands there once; <c>null</c> for none.</summary>
    public WireValue? Last(int field) => Of(field) is [.., var last] ? last : null;

    /// <summary>The one message that all values of a field make: what follows one another merges.</summary>
    public ReadOnlyMemory<byte> Merged(int field)
    {
        ReadOnlySpan<WireValue> values = Of(field);
        if (values.Length == 1)
        {
            return values[0].Bytes;
        }

        List<byte> bytes = [];
        foreach (WireValue value in values)
        {
            bytes.AddRange(value.Bytes.Span);
        }

        return bytes.ToArray();
    }

    private static (int Number, WireType Type) Tag(ref WireReader reader, ProtoMessage type)
    {
        ulong tag = reader.Varint();
        int number = unchecked((int)(tag >> 3));
        WireType wire = (WireType)(tag & 7);
        return wire == WireType.EndGroup ? throw new DecodeException($"proto: {type.Name}: wiretype end group for non-group")
            : number <= 0 ? throw new DecodeException($"proto: {type.Name}: illegal tag {number} (wire type {tag})")
            : (number, wire);
    }

    private static void Unpack(List<WireValue> values, int index, WireType type, ReadOnlyMemory<byte> packed)
    {
        WireReader reader = new(packed.Span);
        while (!reader.IsAtEnd)
        {
            values.Add(Number(ref reader, index, type));
        }
    }

    private static WireValue Number(ref WireReader reader, int index, WireType type) =>
        new(index, type == WireType.Varint ? reader.Varint() : reader.Fixed64(), default);
}
