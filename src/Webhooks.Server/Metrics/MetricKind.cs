namespace Webhooks.Server.Metrics;

/// <summary>What the numbers of a family mean.</summary>
internal enum MetricKind
{
    /// <summary>They never fall while the process lives.</summary>
    Counter,

    /// <summary>They go up and down.</summary>
    Gauge,

    /// <summary>They count observations by size.</summary>
    Histogram,
}
