namespace Webhooks.Benchmarks.Load;

/// <summary>The middle of some numbers: a moment in which the machine did something else does not move it.</summary>
internal static class Median
{
    /// <summary>Of an even count, the mean of the two in the middle.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
