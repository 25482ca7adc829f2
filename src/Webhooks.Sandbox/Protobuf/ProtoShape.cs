namespace Webhooks.Sandbox.Protobuf;

/// <summary>What a field of a message holds, and so how it is written in JSON.</summary>
internal enum ProtoShape
{
    /// <summary>Text; a byte that is not UTF-8 is written as U+FFFD.</summary>
    String,

    /// <summary>A varint, true where it isn't 0.</summary>
    Bool,

    /// <summary>A varint, of which the low 32 bits count.</summary>
    Int32,

    /// <summary>A varint in two's complement.</summary>
    Int64,

    /// <summary>A float64, eight bytes.</summary>
    Double,

    /// <summary>Octets, in JSON as base64.</summary>
    Bytes,

    /// <summary><c>meta/v1 Time</c>: text to the second.</summary>
    Time,

    /// <summary><c>meta/v1 MicroTime</c>: text with six decimals.</summary>
    MicroTime,

    /// <summary><c>resource.Quantity</c>: text in canonical form.</summary>
    Quantity,

    /// <summary><c>intstr.IntOrString</c>: a number or text.</summary>
    IntOrString,

    /// <summary><c>runtime.RawExtension</c>: JSON as it is.</summary>
    Raw,

    /// <summary><c>apiextensions.JSON</c>: JSON as it is, nothing being <c>null</c>.</summary>
    Json,

    /// <summary><c>meta/v1 FieldsV1</c>: JSON as it is.</summary>
    Fields,

    /// <summary>Another message.</summary>
    Message,
}
