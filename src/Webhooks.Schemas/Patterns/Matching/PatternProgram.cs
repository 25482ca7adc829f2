using System.Collections.Immutable;
using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>A regular expression as steps of a machine that is in many of them at once.</summary>
/// <param name="Instructions">The steps.</param>
/// <param name="Start">The first of them.</param>
/// <param name="Sets">The sets of characters that steps name by number, none of them twice.</param>
internal sealed record PatternProgram(ImmutableArray<Instruction> Instructions, int Start, ImmutableArray<CodePointSet> Sets)
{
    public int Length => Instructions.Length;

    /// <summary>All boundaries that it asks for.</summary>
    public Boundaries Boundaries { get; } = Instructions
        .Where(step => step.Kind == InstructionKind.Boundary)
        .Aggregate(Boundaries.None, (all, step) => all | (Boundaries)step.Argument);

    /// <summary>Whether all ways lead over the start of the text, so that nothing matches further on.</summary>
    public bool IsAnchored { get; } = Anchoring.Holds(Instructions, Start);

    /// <summary>Whether a step takes a character.</summary>
    public bool Takes(in Instruction step, int character) => step.Kind switch
    {
        InstructionKind.Character => step.Argument == character,
        InstructionKind.Set => Sets[step.Argument].Contains(character),
        _ => false,
    };
}
