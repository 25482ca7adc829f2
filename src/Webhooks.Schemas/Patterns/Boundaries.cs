namespace Webhooks.Schemas.Patterns;

/// <summary>What a place between two characters is; several at once.</summary>
[Flags]
internal enum Boundaries
{
    None = 0,

    /// <summary><c>\A</c>, and <c>^</c> without <c>m</c>.</summary>
    TextStart = 1,

    /// <summary><c>\z</c>, and <c>$</c> without <c>m</c>.</summary>
    TextEnd = 2,

    /// <summary><c>^</c> with <c>m</c>.</summary>
    LineStart = 4,

    /// <summary><c>$</c> with <c>m</c>.</summary>
    LineEnd = 8,

    /// <summary><c>\b</c>, of ASCII words.</summary>
    Word = 16,

    /// <summary><c>\B</c>.</summary>
    NoWord = 32,
}
