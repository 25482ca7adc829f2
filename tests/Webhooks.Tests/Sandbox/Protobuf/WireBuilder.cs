using System.Text;

namespace Webhooks.Tests.Sandbox.Protobuf;

/// <summary>Writes messages field by field.</summary>
internal sealed class WireBuilder
{
    private readonly List<byte> _bytes = [];

    /// <summary>What is written.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>The body that says it is an object of that kind.</summary>
    public byte[] ToBody(string apiVersion, string kind) =>
        [.. "k8s\0"u8, .. new WireBuilder().Message(1, type => type.Text(1, apiVersion).Text(2, kind)).Bytes(2, ToArray()).Text(3, "").Text(4, "").ToArray()];

    public WireBuilder Varint(int number, long value)
    {
        Number((ulong)(number << 3));
        Number(unchecked((ulong)value));
        return this;
    }

    public WireBuilder Double(int number, double value)
    {
        Number((ulong)((number << 3) | 1));
        _bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public WireBuilder Text(int number, string value) => Bytes(number, Encoding.UTF8.GetBytes(value));

    public WireBuilder Message(int number, Action<WireBuilder> write)
    {
        WireBuilder inner = new();
        write(inner);
        return Bytes(number, inner.ToArray());
    }

    public WireBuilder Bytes(int number, ReadOnlySpan<byte> value)
    {
        Number((ulong)((number << 3) | 2));
        Number((ulong)value.Length);
        _bytes.AddRange(value);
        return this;
    }

    /// <summary>Bytes as they are.</summary>
    public WireBuilder Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    private void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Add((byte)(value | 0x80));
        }

        _bytes.Add((byte)value);
    }
}
