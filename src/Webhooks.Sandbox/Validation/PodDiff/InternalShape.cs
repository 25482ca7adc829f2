namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>The kinds of types that the server's internal form is made of.</summary>
internal enum InternalShape
{
    /// <summary>A text, empty where none is said.</summary>
    String,

    /// <summary>A whole number, or a port that may have a name; 0 where none is said.</summary>
    Integer,

    /// <summary>A truth value, false where none is said.</summary>
    Bool,

    /// <summary>A quantity, <c>"0"</c> where none is said.</summary>
    Quantity,

    /// <summary>Fields in a fixed order, all there.</summary>
    Struct,

    /// <summary>Something that may be null.</summary>
    Pointer,

    /// <summary>A list, null where none is said.</summary>
    Slice,

    /// <summary>Values by name, null where none are said.</summary>
    Map,
}
