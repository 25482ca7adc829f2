namespace Webhooks.Shared.Exposition;

/// <summary>One line of an exposition with a number.</summary>
/// <param name="Name">With its suffix, such as <c>_total</c> or <c>_bucket</c>.</param>
/// <param name="Labels">Unescaped, in their order.</param>
/// <param name="Value">The number.</param>
internal sealed record ExposedSample(string Name, IReadOnlyList<KeyValuePair<string, string>> Labels, double Value)
{
    /// <summary>What tells the series from all others.</summary>
    public string Series => $"{Name} {Shown(Labels)}";

    /// <summary>The value of a label; null: it has none of that name.</summary>
    public string? Label(string name) => Labels.Where(label => label.Key == name).Select(label => label.Value).SingleOrDefault();

    /// <summary>The labels without the bound of a bucket.</summary>
    public string Group => Shown(Labels.Where(label => label.Key != "le"));

    private static string Shown(IEnumerable<KeyValuePair<string, string>> labels) =>
        string.Join('\n', labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value.Length}:{label.Value}"));
}
