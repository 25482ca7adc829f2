using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>One thing that is observed of an object: whether it holds, why, and since when.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ObjectCondition
{
    /// <summary>Which thing: unique among the conditions of an object.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Type { get => field; init => field = value ?? ""; } = "";

    /// <summary>Whether it holds: <c>True</c>, <c>False</c>, <c>Unknown</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Status { get => field; init => field = value ?? ""; } = "";

    /// <summary>Why, in a word for programs.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Reason { get => field; init => field = value ?? ""; } = "";

    /// <summary>Why, for people.</summary>
    public string Message { get => field; init => field = value ?? ""; } = "";

    /// <summary>At which generation of the object it was observed; <c>null</c> where nobody says.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Since when it has this status.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? LastTransitionTime { get; init; }
}
