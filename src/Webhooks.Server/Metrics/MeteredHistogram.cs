namespace Webhooks.Server.Metrics;

/// <summary>One series of measurements by size. Thread safe.</summary>
/// <param name="labels">The values of its labels.</param>
/// <param name="bounds">Of the buckets, ascending.</param>
internal sealed class MeteredHistogram(IReadOnlyList<string> labels, IReadOnlyList<double> bounds)
{
    private readonly Lock _counting = new();

    // One more than there are bounds: what is beyond all of them.
    private readonly long[] _counts = new long[bounds.Count + 1];
    private double _sum;

    /// <summary>Counts one measurement; what is no number is none.</summary>
    public void Observe(double value)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        int index = 0;
        while (index < bounds.Count && value > bounds[index])
        {
            index++;
        }

        lock (_counting)
        {
            _counts[index]++;
            _sum += value;
        }
    }

    /// <summary>What was counted so far.</summary>
    public HistogramReading Read()
    {
        long[] upTo = new long[_counts.Length];
        lock (_counting)
        {
            long count = 0;
            for (int index = 0; index < upTo.Length; index++)
            {
                count += _counts[index];
                upTo[index] = count;
            }

            return new HistogramReading(labels, upTo, _sum);
        }
    }
}
