namespace Webhooks.Sandbox.Protobuf;

/// <summary>One value of a field, as it came.</summary>
/// <param name="Field">The place of the field among those of its message.</param>
/// <param name="Number">Of a varint or of eight bytes their bits.</param>
/// <param name="Bytes">Of text, octets and messages the bytes.</param>
internal readonly record struct WireValue(int Field, ulong Number, ReadOnlyMemory<byte> Bytes);
