namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Searches a text for a program by keeping all steps that it could be at, character by character.</summary>
/// <remarks>Not thread safe: one search at a time. Cost: at most the length of the text times that of the program. Memory: 16 bytes a step of the program.</remarks>
internal sealed class NfaSearch(PatternProgram program)
{
    private readonly StepSet _reached = new(program.Length);
    private readonly StepSet _pending = new(program.Length);

    /// <summary>How many steps were followed by all searches together.</summary>
    public long Work { get; private set; }

    /// <summary>Whether the program matches somewhere in a text.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        _pending.Clear();
        _pending.Add(program.Start);
        return Search(text, 0, Neighbor.Edge);
    }

    /// <summary>Whether it does when a search has come to a place already.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place.</param>
    /// <param name="pending">The steps that it could be at there, that of the start among them where a match may begin.</param>
    /// <param name="before">What stands before the place.</param>
    public bool Continue(ReadOnlySpan<char> text, int at, ReadOnlySpan<int> pending, Neighbor before)
    {
        _pending.Clear();
        foreach (int step in pending)
        {
            _pending.Add(step);
        }

        return Search(text, at, before);
    }

    private bool Search(ReadOnlySpan<char> text, int at, Neighbor before)
    {
        while (_pending.Count > 0)
        {
            int character = at < text.Length ? CodePoints.Next(text, ref at) : CodePoints.End;
            Neighbor after = Neighbors.Of(character);
            if (Reach(Neighbors.Between(before, after)))
            {
                return true;
            }

            if (character == CodePoints.End)
            {
                return false;
            }

            Take(character);
            before = after;
        }

        return false;
    }

    private bool Reach(Boundaries boundaries)
    {
        _reached.Clear();
        foreach (int step in _pending.Steps)
        {
            if (StepClosure.Follow(program, _reached, step, boundaries))
            {
                return true;
            }
        }

        Work += _reached.Count;
        return false;
    }

    private void Take(int character)
    {
        _pending.Clear();
        foreach (int step in _reached.Steps)
        {
            Instruction instruction = program.Instructions[step];
            if (program.Takes(instruction, character))
            {
                _pending.Add(instruction.Next);
            }
        }

        if (!program.IsAnchored)
        {
            _pending.Add(program.Start);
        }
    }
}
