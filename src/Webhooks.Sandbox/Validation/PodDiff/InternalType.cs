namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>A type of the server's internal form.</summary>
/// <param name="Shape">Its kind.</param>
/// <param name="Name">The name of a struct; empty for all others.</param>
/// <param name="Element">What a pointer, slice or map holds.</param>
internal sealed record InternalType(InternalShape Shape, string Name = "", InternalType? Element = null)
{
    /// <summary>The type of a note: <c>[]Container</c>, <c>*int</c>, <c>map Quantity</c>.</summary>
    public static InternalType Parse(string note) => note switch
    {
        ['*', .. string rest] => new(InternalShape.Pointer, Element: Parse(rest)),
        ['[', ']', .. string rest] => new(InternalShape.Slice, Element: Parse(rest)),
        ['m', 'a', 'p', ' ', .. string rest] => new(InternalShape.Map, Element: Parse(rest)),
        "string" => new(InternalShape.String),
        "int" or "IntOrString" => new(InternalShape.Integer),
        "bool" => new(InternalShape.Bool),
        "Quantity" => new(InternalShape.Quantity),
        _ => new(InternalShape.Struct, note),
    };
}
