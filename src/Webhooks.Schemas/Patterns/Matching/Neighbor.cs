namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>What stands before or behind a place, as far as boundaries go by it.</summary>
internal enum Neighbor : byte
{
    /// <summary>Some character.</summary>
    Other,

    /// <summary>The start or the end of the text.</summary>
    Edge,

    /// <summary>A line feed.</summary>
    Newline,

    /// <summary>An ASCII letter or digit, or <c>_</c>.</summary>
    Word,
}
