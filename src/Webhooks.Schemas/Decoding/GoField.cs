namespace Webhooks.Schemas.Decoding;

/// <summary>A field of a Go struct, and what of it is written when it is empty.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Type">The type, of a pointer that of what it points to.</param>
/// <param name="IsPointer">Whether absent differs from zero.</param>
/// <param name="IsAlwaysWritten">Whether it is written when it is empty too: a nil pointer, list or map as <c>null</c>.</param>
public sealed record GoField(string Name, GoType Type, bool IsPointer, bool IsAlwaysWritten)
{
    private readonly byte[] _utf8Name = System.Text.Encoding.UTF8.GetBytes(Name);

    /// <summary>The bytes of <see cref="Name"/>, as a document spells it without escapes.</summary>
    public ReadOnlySpan<byte> Utf8Name => _utf8Name;

    /// <summary>Its place among the fields of its struct.</summary>
    public int Index { get; init; }
}
