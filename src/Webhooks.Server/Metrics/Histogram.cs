namespace Webhooks.Server.Metrics;

/// <summary>One series of durations by length. Thread safe, without a lock.</summary>
/// <param name="family">Whose series it is.</param>
/// <param name="labels">The values of its labels.</param>
internal sealed class Histogram(HistogramFamily family, IReadOnlyList<string> labels)
{
    // One more than there are bounds: what is longer than all of them.
    private readonly long[] _counts = new long[DurationBuckets.Bounds.Count + 1];
    private long _ticks;

    /// <summary>The values of its labels.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Counts one duration; a negative one counts as none.</summary>
    public void Observe(TimeSpan duration)
    {
        long ticks = Math.Max(duration.Ticks, 0);
        Interlocked.Increment(ref _counts[DurationBuckets.IndexOf(ticks)]);
        Interlocked.Add(ref _ticks, ticks);
        family.Observed?.Invoke(labels, TimeSpan.FromTicks(ticks).TotalSeconds);
    }

    /// <summary>What was counted so far. What is counted meanwhile may be in its buckets and not yet in its sum.</summary>
    public HistogramReading Read()
    {
        long[] upTo = new long[_counts.Length];
        long count = 0;
        for (int index = 0; index < upTo.Length; index++)
        {
            count += Interlocked.Read(ref _counts[index]);
            upTo[index] = count;
        }

        return new HistogramReading(labels, upTo, TimeSpan.FromTicks(Interlocked.Read(ref _ticks)).TotalSeconds);
    }
}
