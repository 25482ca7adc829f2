using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Tells what boundary a place is from what stands on both sides of it.</summary>
internal static class Neighbors
{
    /// <summary>What a code point, or <see cref="CodePoints.End"/>, is to boundaries.</summary>
    public static Neighbor Of(int character) => character switch
    {
        CodePoints.End => Neighbor.Edge,
        '\n' => Neighbor.Newline,
        _ => AsciiSets.Word.Contains(character) ? Neighbor.Word : Neighbor.Other,
    };

    public static Boundaries Between(Neighbor before, Neighbor after)
    {
        Boundaries boundaries = (before == Neighbor.Word) == (after == Neighbor.Word) ? Boundaries.NoWord : Boundaries.Word;
        boundaries |= before switch
        {
            Neighbor.Edge => Boundaries.TextStart | Boundaries.LineStart,
            Neighbor.Newline => Boundaries.LineStart,
            _ => Boundaries.None,
        };
        return boundaries | after switch
        {
            Neighbor.Edge => Boundaries.TextEnd | Boundaries.LineEnd,
            Neighbor.Newline => Boundaries.LineEnd,
            _ => Boundaries.None,
        };
    }
}
