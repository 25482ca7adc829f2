namespace Webhooks.Server.Metrics;

/// <summary>All series of one name. Reading is thread safe and disturbs nobody who counts.</summary>
/// <param name="name">Lower case, with its base unit as a suffix; a counter's ends with <c>_total</c>.</param>
/// <param name="help">What the numbers say: one sentence.</param>
/// <param name="kind">What they mean.</param>
/// <param name="labels">The names of the labels; empty: there is one series.</param>
internal abstract class MetricFamily(string name, string help, MetricKind kind, IReadOnlyList<string> labels)
{
    public string Name { get; } = name;

    public string Help { get; } = help;

    public MetricKind Kind { get; } = kind;

    public IReadOnlyList<string> Labels { get; } = labels;
}
