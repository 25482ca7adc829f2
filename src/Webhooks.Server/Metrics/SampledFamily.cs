namespace Webhooks.Server.Metrics;

/// <summary>A family whose series are one number each.</summary>
internal abstract class SampledFamily(string name, string help, MetricKind kind, IReadOnlyList<string> labels)
    : MetricFamily(name, help, kind, labels)
{
    /// <summary>The numbers of this moment, each series once.</summary>
    public abstract IEnumerable<Sample> Read();
}
