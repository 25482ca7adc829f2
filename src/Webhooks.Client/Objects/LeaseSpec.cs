using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Who holds a lease, and for how long. Each part may be missing.</summary>
public sealed record LeaseSpec
{
    /// <summary>Without anything.</summary>
    public static LeaseSpec Empty { get; } = new();

    /// <summary>Who holds it; empty for nobody.</summary>
    public string HolderIdentity { get => field; init => field = value ?? ""; } = "";

    /// <summary>How many seconds after a renewal others may take it; <c>null</c> where nobody says.</summary>
    public int? LeaseDurationSeconds { get; init; }

    /// <summary>When its holder took it, by the holder's clock.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? AcquireTime { get; init; }

    /// <summary>When its holder renewed it last, by the holder's clock.</summary>
    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? RenewTime { get; init; }

    /// <summary>How often the holder changed; <c>null</c> where nobody counts.</summary>
    public int? LeaseTransitions { get; init; }
}
