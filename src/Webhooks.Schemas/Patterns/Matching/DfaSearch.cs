namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Searches a text for a program by one look into a table for each character.</summary>
/// <remarks>Thread safe. Takes nothing from the heap once the states of a text are known.</remarks>
internal sealed class DfaSearch(DfaBuilder states)
{
    /// <summary>Whether the program matches somewhere in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin; then where the search ended.</param>
    /// <param name="state">The state that it ended in.</param>
    /// <returns><c>null</c> where it could not go on, because there would be more states than there may be.</returns>
    public bool? IsMatch(ReadOnlySpan<char> text, ref int at, out DfaState state)
    {
        Alphabet alphabet = states.Alphabet;
        state = states.Start;
        while (!state.IsFinal)
        {
            int next = at;
            int symbol = at < text.Length ? alphabet.SymbolOf(CodePoints.Next(text, ref next)) : alphabet.Count;
            DfaState following = state[symbol] ?? states.Next(state, symbol);
            if (following == DfaState.Beyond)
            {
                return null;
            }

            (state, at) = (following, next);
        }

        return state == DfaState.Beyond ? null : state == DfaState.Matched;
    }
}
