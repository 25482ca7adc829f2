using System.Collections.Immutable;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Whether a program begins with the start of the text whichever way it goes.</summary>
internal static class Anchoring
{
    public static bool Holds(ImmutableArray<Instruction> instructions, int start)
    {
        HashSet<int> seen = [start];
        Stack<int> open = new(seen);
        while (open.TryPop(out int at))
        {
            Instruction step = instructions[at];
            bool isStart = step.Kind == InstructionKind.Boundary && (Boundaries)step.Argument == Boundaries.TextStart;
            if (step.Kind != InstructionKind.Split && !isStart)
            {
                return false;
            }

            foreach (int next in step.Kind == InstructionKind.Split ? (ReadOnlySpan<int>)[step.Next, step.Argument] : [])
            {
                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return true;
    }
}
