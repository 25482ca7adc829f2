namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Finds out the states of a program as searches come to them, until they take too much memory.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class DfaBuilder
{
    /// <summary>What the states of one program may take unless told otherwise. In bytes, roughly.</summary>
    public const long DefaultBudget = 8 * 1024 * 1024;

    private const int BytesOfState = 200;

    private readonly Lock _lock = new();
    private readonly PatternProgram _program;
    private readonly Dictionary<DfaStateKey, DfaState> _states = [];
    private readonly StepSet _reached;
    private readonly StepSet _after;
    private readonly long _budget;
    private long _taken;

    public DfaBuilder(PatternProgram program, long budget)
    {
        _budget = budget;
        _program = program;
        _reached = new(program.Length);
        _after = new(program.Length);
        Alphabet = Alphabet.Of(program);
        Start = StepClosure.Follow(program, _after, program.Start, Boundaries.None) ? DfaState.Matched : StateOf(Neighbor.Edge);
    }

    public Alphabet Alphabet { get; }

    /// <summary>The state before the first character.</summary>
    public DfaState Start { get; }

    /// <summary>How many states there are.</summary>
    public int Count => _states.Count;

    /// <summary>What comes of a symbol in a state; the state remembers it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="symbol">The symbol; their count stands for the end of the text.</param>
    public DfaState Next(DfaState state, int symbol)
    {
        lock (_lock)
        {
            return state[symbol] ??= Find(state, symbol == Alphabet.Count ? CodePoints.End : Alphabet.ExampleOf(symbol));
        }
    }

    private DfaState Find(DfaState state, int character)
    {
        Neighbor after = Neighbors.Of(character);
        Boundaries boundaries = Neighbors.Between(state.Before, after);
        _reached.Clear();
        foreach (int step in state.Steps)
        {
            if (StepClosure.Follow(_program, _reached, step, boundaries))
            {
                return DfaState.Matched;
            }
        }

        if (character == CodePoints.End)
        {
            return DfaState.Dead;
        }

        _after.Clear();
        return Take(character) ? DfaState.Matched : StateOf(after);
    }

    /// <summary>Goes past a character, and on as far as no boundary is asked for; returns whether that is a match.</summary>
    private bool Take(int character)
    {
        foreach (int step in _reached.Steps)
        {
            Instruction instruction = _program.Instructions[step];
            if (_program.Takes(instruction, character) && StepClosure.Follow(_program, _after, instruction.Next, Boundaries.None))
            {
                return true;
            }
        }

        return !_program.IsAnchored && StepClosure.Follow(_program, _after, _program.Start, Boundaries.None);
    }

    private DfaState StateOf(Neighbor before)
    {
        int[] steps = [.. _after.Steps.ToArray().Where(step => _program.Instructions[step].Kind != InstructionKind.Split).Order()];
        if (steps.Length == 0)
        {
            return DfaState.Dead;
        }

        DfaStateKey key = new(steps, Relevant(before, steps));
        if (_states.TryGetValue(key, out DfaState? state))
        {
            return state;
        }

        int symbols = Alphabet.Count + 1;
        _taken += BytesOfState + (sizeof(int) * (long)steps.Length) + (IntPtr.Size * (long)symbols);
        return _taken > _budget ? DfaState.Beyond : _states[key] = new(steps, key.Before, symbols);
    }

    /// <summary>What the program can tell of what stands before: states that differ by no more are one.</summary>
    private Neighbor Relevant(Neighbor before, int[] steps)
    {
        Boundaries asked = Boundaries.None;
        foreach (int step in steps)
        {
            asked |= _program.Instructions[step].Kind == InstructionKind.Boundary ? _program.Boundaries : Boundaries.None;
        }

        const Boundaries Starts = Boundaries.TextStart | Boundaries.LineStart;
        return before switch
        {
            Neighbor.Edge when (asked & Starts) != 0 => before,
            Neighbor.Newline when (asked & Boundaries.LineStart) != 0 => before,
            Neighbor.Word when (asked & (Boundaries.Word | Boundaries.NoWord)) != 0 => before,
            _ => Neighbor.Other,
        };
    }
}
