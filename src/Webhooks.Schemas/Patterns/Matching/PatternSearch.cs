using System.Collections.Concurrent;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Searches texts for one program, by the cheapest way there is.</summary>
/// <remarks>Thread safe. Takes nothing from the heap once the states of a text are known.</remarks>
internal sealed class PatternSearch
{
    /// <summary>Beyond it a state alone could take what all of them may.</summary>
    private const int MostStepsOfStates = 20_000;

    /// <summary>Beyond it sorting characters into symbols takes longer than texts are worth.</summary>
    private const int MostBoundsOfSets = 100_000;

    private readonly PatternProgram _program;
    private readonly LiteralPrefix _prefix;
    private readonly DfaSearch? _dfa;
    private readonly ConcurrentQueue<NfaSearch> _idle = [];

    /// <summary>A search for a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="budget">What its states may take, in bytes.</param>
    public PatternSearch(PatternProgram program, long budget = DfaBuilder.DefaultBudget)
    {
        _program = program;
        _prefix = LiteralPrefix.Of(program);
        bool isSmall = program.Length <= MostStepsOfStates && program.Sets.Sum(set => (long)set.Bounds.Length) <= MostBoundsOfSets;
        _dfa = isSmall ? new(new(program, budget)) : null;
    }

    /// <summary>Whether the program matches somewhere in a text.</summary>
    public bool IsMatch(string text)
    {
        int at = _prefix.Text.Length == 0 ? 0 : text.IndexOf(_prefix.Text, StringComparison.Ordinal);
        if (at < 0 || _prefix.IsAll)
        {
            return at >= 0;
        }

        DfaState? state = null;
        return _dfa?.IsMatch(text, ref at, out state) ?? IsMatchSlowly(text, at, state);
    }

    /// <summary>Goes on without a table.</summary>
    private bool IsMatchSlowly(string text, int at, DfaState? state)
    {
        NfaSearch search = _idle.TryDequeue(out NfaSearch? idle) ? idle : new(_program);
        bool isMatch = state is null or { IsFinal: true }
            ? search.IsMatch(text)
            : search.Continue(text, at, state.Steps, state.Before);
        _idle.Enqueue(search);
        return isMatch;
    }
}
