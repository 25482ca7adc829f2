namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>The switches of <c>(?imsU)</c>. That of <c>U</c> says which of two matches is preferred, which no search for any match asks.</summary>
[Flags]
internal enum SyntaxFlags
{
    None = 0,

    /// <summary><c>i</c>: case doesn't count.</summary>
    FoldsCase = 1,

    /// <summary><c>m</c>: <c>^</c> and <c>$</c> are those of a line.</summary>
    Multiline = 2,

    /// <summary><c>s</c>: <c>.</c> takes a line feed too.</summary>
    DotTakesNewline = 4,

    /// <summary><c>U</c>: repeats are lazy, and with <c>?</c> greedy.</summary>
    IsUngreedy = 8,
}
