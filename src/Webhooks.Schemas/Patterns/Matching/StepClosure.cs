namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Follows a program from a step as far as it gets without taking a character.</summary>
/// <remarks>Not thread safe. The set that it fills is its own list of what is still to be followed.</remarks>
internal static class StepClosure
{
    /// <summary>Follows what a set gains by a step.</summary>
    /// <param name="program">The program.</param>
    /// <param name="set">Gets all steps on the way; those that take a character, or ask for a boundary that is not given, end it.</param>
    /// <param name="step">The first step.</param>
    /// <param name="boundaries">What the place is.</param>
    /// <returns>Whether it comes to a match.</returns>
    public static bool Follow(PatternProgram program, StepSet set, int step, Boundaries boundaries)
    {
        int at = set.Count;
        set.Add(step);
        for (; at < set.Count; at++)
        {
            Instruction next = program.Instructions[set[at]];
            switch (next.Kind)
            {
                case InstructionKind.Match:
                    return true;
                case InstructionKind.Split:
                    set.Add(next.Next);
                    set.Add(next.Argument);
                    break;
                case InstructionKind.Boundary when boundaries.HasFlag((Boundaries)next.Argument):
                    set.Add(next.Next);
                    break;
            }
        }

        return false;
    }
}
