namespace Webhooks.Sandbox.Protobuf;

/// <summary>The forms of values on the wire, by their numbers.</summary>
/// <remarks>Source: protobuf.dev, "Encoding".</remarks>
internal enum WireType
{
    /// <summary>Seven bits a byte, low ones first.</summary>
    Varint = 0,

    /// <summary>Eight bytes.</summary>
    Fixed64 = 1,

    /// <summary>A length and as many bytes.</summary>
    Bytes = 2,

    /// <summary>Fields up to the end of the group. The API has none; unknown ones are passed over.</summary>
    StartGroup = 3,

    /// <summary>The end of a group.</summary>
    EndGroup = 4,

    /// <summary>Four bytes.</summary>
    Fixed32 = 5,
}
