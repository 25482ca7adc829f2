using System.Diagnostics;

namespace Webhooks.Benchmarks.Load;

/// <summary>What one subject took, over all rounds.</summary>
internal sealed class LoadResult(Subject subject)
{
    private readonly List<long> _latencies = [];
    private readonly List<double> _rounds = [];

    public Subject Subject => subject;

    public int Requests => _latencies.Count;

    /// <summary>While the load lasted.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Of the server's process, in user and kernel mode.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>On the server's managed heap; null when the server does not tell.</summary>
    public long? Allocated { get; private set; } = 0;

    /// <summary>The bytes in RAM after the last round.</summary>
    public long Resident { get; set; }

    /// <summary>The processor time of a request in µs: the median of all rounds.</summary>
    public double Microseconds => Median.Of(_rounds);

    /// <summary>That time as a multiple of the floor's in the same round: the median of all rounds.</summary>
    public double RatioTo(LoadResult floor) => Median.Of(_rounds.Zip(floor._rounds, (ours, theirs) => ours / theirs));

    public void Add(IReadOnlyList<long> latencies, TimeSpan elapsed, TimeSpan processorTime, long? allocated)
    {
        _latencies.AddRange(latencies);
        _rounds.Add(processorTime.TotalMicroseconds / latencies.Count);
        Elapsed += elapsed;
        ProcessorTime += processorTime;
        Allocated += allocated;
    }

    /// <summary>The time within which that share of the requests was answered.</summary>
    public double[] Milliseconds(params ReadOnlySpan<double> shares)
    {
        _latencies.Sort();
        double[] result = new double[shares.Length];
        for (int index = 0; index < shares.Length; index++)
        {
            result[index] = _latencies[(int)(shares[index] * (_latencies.Count - 1))] * 1000d / Stopwatch.Frequency;
        }

        return result;
    }
}
