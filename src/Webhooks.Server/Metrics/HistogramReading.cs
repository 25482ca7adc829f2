namespace Webhooks.Server.Metrics;

/// <summary>What one histogram had counted at one moment.</summary>
/// <param name="Labels">The values of its labels.</param>
/// <param name="UpTo">For each bound, how many were at most that; last, how many there were.</param>
/// <param name="Sum">Of all that was observed, in the unit of the family.</param>
internal readonly record struct HistogramReading(IReadOnlyList<string> Labels, IReadOnlyList<long> UpTo, double Sum)
{
    public long Count => UpTo[^1];
}
