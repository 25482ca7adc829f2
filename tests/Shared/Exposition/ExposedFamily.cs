namespace Webhooks.Shared.Exposition;

/// <summary>What an exposition says of one metric.</summary>
/// <param name="Name">As its comments call it.</param>
internal sealed record ExposedFamily(string Name)
{
    public string? Help { get; set; }

    public string? Type { get; set; }

    public string? Unit { get; set; }

    public List<ExposedSample> Samples { get; } = [];

    /// <summary>True for a sample with a name that a family of this name and type has.</summary>
    public bool Owns(string sample, bool isOpenMetrics) => Type switch
    {
        "histogram" => sample == $"{Name}_bucket" || sample == $"{Name}_sum" || sample == $"{Name}_count",
        "counter" when isOpenMetrics => sample == $"{Name}_total",
        _ => sample == Name,
    };
}
