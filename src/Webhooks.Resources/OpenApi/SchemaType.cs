namespace Webhooks.Resources.OpenApi;

/// <summary>The JSON types that a schema's <c>type</c> names.</summary>
public enum SchemaType : byte
{
    /// <summary>No type is stated: any value.</summary>
    None,

    /// <summary>A word that names no type; the reader has reported it.</summary>
    Unknown,

    /// <summary>A list.</summary>
    Array,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>Named members.</summary>
    Object,

    /// <summary>Text.</summary>
    String,
}
