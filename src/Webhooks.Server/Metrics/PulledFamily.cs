namespace Webhooks.Server.Metrics;

/// <summary>A family whose numbers somebody else keeps: asked for them at each scrape and each export, on any thread.</summary>
internal sealed class PulledFamily(string name, string help, MetricKind kind, IReadOnlyList<string> labels, Func<IEnumerable<Sample>> read)
    : SampledFamily(name, help, kind, labels)
{
    public override IEnumerable<Sample> Read() => read();
}
