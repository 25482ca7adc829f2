namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>All steps that a program could be at between two characters, and what comes of each symbol.</summary>
/// <param name="steps">The steps, in order: those that take a character or ask for a boundary.</param>
/// <param name="before">What stands before the place, as far as the program asks.</param>
/// <param name="symbols">How many symbols there are, the end among them.</param>
internal sealed class DfaState(int[] steps, Neighbor before, int symbols)
{
    private readonly DfaState?[] _next = new DfaState?[symbols];

    /// <summary>There is a match, whatever follows.</summary>
    public static DfaState Matched { get; } = new([], Neighbor.Other, 0);

    /// <summary>There is none, whatever follows.</summary>
    public static DfaState Dead { get; } = new([], Neighbor.Other, 0);

    /// <summary>There would be more states than there may be.</summary>
    public static DfaState Beyond { get; } = new([], Neighbor.Other, 0);

    /// <summary>Whether no symbol leads on: it is one of those above.</summary>
    public bool IsFinal => _next.Length == 0;

    public ReadOnlySpan<int> Steps => steps;

    public Neighbor Before => before;

    /// <summary>What comes of a symbol; <c>null</c> where nobody has found out yet.</summary>
    public DfaState? this[int symbol]
    {
        get => Volatile.Read(ref _next[symbol]);
        set => Volatile.Write(ref _next[symbol], value);
    }
}
