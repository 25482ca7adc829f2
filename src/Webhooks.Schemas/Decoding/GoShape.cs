namespace Webhooks.Schemas.Decoding;

/// <summary>The kinds of Go types that objects are decoded into.</summary>
public enum GoShape
{
    /// <summary>Text.</summary>
    String,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A whole number of 32 or 64 bits.</summary>
    Integer,

    /// <summary>A float64.</summary>
    Float,

    /// <summary>Octets, in JSON as base64.</summary>
    Bytes,

    /// <summary>A time to the second, of RFC 3339.</summary>
    Time,

    /// <summary>A time of exactly six decimals.</summary>
    MicroTime,

    /// <summary>An amount with its unit.</summary>
    Quantity,

    /// <summary>A whole number of 32 bits, or text.</summary>
    IntOrString,

    /// <summary>A list.</summary>
    Slice,

    /// <summary>Members of any name.</summary>
    Map,

    /// <summary>Members of fixed names.</summary>
    Struct,

    /// <summary>A JSONSchemaProps or a list of them; anything else is nothing.</summary>
    SchemaOrList,

    /// <summary>A JSONSchemaProps or a list of strings; anything else is nothing.</summary>
    SchemaOrTexts,

    /// <summary>A JSONSchemaProps, <c>true</c> or <c>false</c>.</summary>
    SchemaOrBool,

    /// <summary>Any JSON, kept as it is.</summary>
    Raw,
}
