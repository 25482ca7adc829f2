namespace Webhooks.Server.Metrics;

/// <summary>A family that instruments measure.</summary>
internal interface IMeteredFamily
{
    /// <summary>Takes a measurement, from any thread.</summary>
    void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    /// <summary>Forgets what was observed before: it is observed anew, or is no more.</summary>
    void BeginObservation();

    /// <summary>What was measured so far, as it does not change any more; <c>null</c> where nothing was.</summary>
    MetricFamily? Read();
}
