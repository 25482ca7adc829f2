namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>What an instruction does.</summary>
internal enum InstructionKind : byte
{
    /// <summary>There is a match.</summary>
    Match,

    /// <summary>Goes on two ways.</summary>
    Split,

    /// <summary>Goes on where the place is such a boundary.</summary>
    Boundary,

    /// <summary>Takes a character.</summary>
    Character,

    /// <summary>Takes a character of a set.</summary>
    Set,
}
