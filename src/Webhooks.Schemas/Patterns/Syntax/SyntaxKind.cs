namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>What a node of a regular expression is.</summary>
internal enum SyntaxKind
{
    /// <summary>Nothing, which is everywhere.</summary>
    Empty,

    /// <summary>Characters one after the other.</summary>
    Literal,

    /// <summary>One character of a set.</summary>
    Set,

    /// <summary>A place between characters: <see cref="SyntaxNode.Boundary"/>.</summary>
    Boundary,

    /// <summary>A group with a number.</summary>
    Capture,

    Star,

    Plus,

    Quest,

    /// <summary>From <see cref="SyntaxNode.Least"/> to <see cref="SyntaxNode.Most"/> times.</summary>
    Repeat,

    /// <summary>One after the other.</summary>
    Concatenation,

    /// <summary>One of several.</summary>
    Alternation,

    /// <summary>On the stack of the reader alone: an open group.</summary>
    OpenGroup,

    /// <summary>On the stack of the reader alone: a bar, below which an alternation grows.</summary>
    Bar,
}
