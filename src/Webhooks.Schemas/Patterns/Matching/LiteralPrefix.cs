using System.Text;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>What every match of a program begins with, to be found as text is.</summary>
/// <param name="Text">The characters; none where matches begin differently.</param>
/// <param name="IsAll">Whether that is all that the program asks for.</param>
internal readonly record struct LiteralPrefix(string Text, bool IsAll)
{
    public static LiteralPrefix Of(PatternProgram program)
    {
        StringBuilder text = new();
        Instruction step = program.Instructions[program.Start];

        // Half a character reads as U+FFFD and is not written so.
        while (step.Kind == InstructionKind.Character && step.Argument != CodePoints.Replacement && Rune.TryCreate(step.Argument, out Rune rune))
        {
            text.Append(rune.ToString());
            step = program.Instructions[step.Next];
        }

        return new(text.ToString(), step.Kind == InstructionKind.Match);
    }
}
