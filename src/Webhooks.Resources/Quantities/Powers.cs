namespace Webhooks.Resources.Quantities;

/// <summary>Powers of ten and digit counts of 64-bit magnitudes, without allocation.</summary>
internal static class Powers
{
    private static readonly ulong[] Tens =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
        10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
        1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
        10_000_000_000_000_000_000,
    ];

    /// <summary>10 to the power <paramref name="exponent"/>, 0 to 19.</summary>
    public static ulong Ten(long exponent) => Tens[(int)exponent];

    /// <summary>How many decimal digits <paramref name="magnitude"/> has: 1 to 20, and 1 for zero.</summary>
    public static int DigitsOf(ulong magnitude)
    {
        int digits = 1;
        while (digits < Tens.Length && magnitude >= Tens[digits])
        {
            digits++;
        }

        return digits;
    }
}
