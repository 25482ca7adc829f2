namespace Webhooks.FunctionalTests.Soak;

/// <summary>How long requests took: quantiles to within 3 %, in memory that does not grow. Thread safe.</summary>
internal sealed class Latencies
{
    private const int StepsPerDoubling = 16;
    private readonly long[] _counts = new long[40 * StepsPerDoubling];

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan time)
    {
        int step = (int)(Math.Log2(Math.Max(1, time.TotalMicroseconds)) * StepsPerDoubling);
        Interlocked.Increment(ref _counts[Math.Min(step, _counts.Length - 1)]);
    }

    /// <summary>The time that this share of the requests did not exceed, in milliseconds.</summary>
    public double Quantile(double share)
    {
        double left = _counts.Sum() * share;
        int step = 0;
        while (step < _counts.Length - 1 && (left -= _counts[step]) > 0)
        {
            step++;
        }

        return Math.Pow(2, (step + 0.5) / StepsPerDoubling) / 1000;
    }
}
