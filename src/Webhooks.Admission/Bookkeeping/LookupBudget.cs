namespace Webhooks.Admission.Bookkeeping;

/// <summary>How much looking items up may cost, in members and items looked at.</summary>
/// <param name="steps">What is left.</param>
internal sealed class LookupBudget(int steps)
{
    /// <summary>
    /// For a whole status: a tenth of a second at the most. A thousand items in lists of a thousand containers take
    /// a tenth of it.
    /// </summary>
    public const int OfStatus = 10_000_000;

    /// <summary>An item whose name has to be written to be compared costs as much as that many names.</summary>
    private const int Written = 50;
    private int _steps = steps;

    /// <summary>True once more was asked for than there was.</summary>
    public bool IsSpent => _steps < 0;

    /// <summary>Takes the cost of looking through some names.</summary>
    /// <returns>False when that is more than is left.</returns>
    public bool TryTake(int names, bool areWritten = false) => (_steps -= areWritten ? names * Written : names) >= 0;
}
