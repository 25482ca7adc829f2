namespace Webhooks.Server.Metrics;

/// <summary>
/// The bounds by which durations of decisions are told apart, in seconds: a decision takes a fraction of a millisecond,
/// and an API server that waits for more than a few seconds has given up.
/// </summary>
internal static class DurationBuckets
{
    private static readonly double[] Seconds = [0.00025, 0.0005, 0.001, 0.002, 0.004, 0.0075, 0.015, 0.03, 0.06, 0.125, 0.25, 0.5, 1, 2.5];
    private static readonly long[] Ticks = [.. Seconds.Select(bound => (long)Math.Round(bound * TimeSpan.TicksPerSecond))];

    /// <summary>Ascending; a duration belongs to the first that is not less.</summary>
    public static IReadOnlyList<double> Bounds => Seconds;

    /// <summary>The bucket of a duration in ticks of 100 ns; of one beyond all bounds, their number.</summary>
    public static int IndexOf(long ticks)
    {
        int index = 0;
        while (index < Ticks.Length && ticks > Ticks[index])
        {
            index++;
        }

        return index;
    }
}
