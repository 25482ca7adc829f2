namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>A step of a program.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Next">Where it goes on.</param>
/// <param name="Argument">The other way of a split, the <see cref="Boundaries"/>, the code point, or the number of the set.</param>
internal readonly record struct Instruction(InstructionKind Kind, int Next, int Argument);
