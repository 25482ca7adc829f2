namespace Webhooks.Resources.Json;

/// <summary>What a <see cref="JsonValue"/> is.</summary>
public enum JsonKind : byte
{
    /// <summary>No value at all: what a look-up of an absent member gives.</summary>
    Missing = 0,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c>.</summary>
    True,

    /// <summary><c>false</c>.</summary>
    False,

    /// <summary>A number, kept as its literal.</summary>
    Number,

    /// <summary>Text in quotes.</summary>
    String,

    /// <summary>Items in order, in brackets.</summary>
    Array,

    /// <summary>Named members, in the document's order.</summary>
    Object,
}
