using System.Text.Json.Serialization;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Statuses;

/// <summary>One thing that is known of an object, as <c>metav1.Condition</c> has it.</summary>
/// <remarks>Immutable. Of one type there is one condition in a list.</remarks>
public sealed record Condition
{
    /// <summary>What it is about: <c>Ready</c>.</summary>
    public required string Type { get; init; }

    /// <summary><c>True</c>, <c>False</c> or <c>Unknown</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The generation that it was found out of; 0 for none.</summary>
    public long ObservedGeneration { get; init; }

    /// <summary>When its status changed last, to the second.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Why it is so, as one word in CamelCase; never empty.</summary>
    public string Reason { get => field; init => field = value ?? ""; } = "";

    /// <summary>The same for people; may be empty.</summary>
    public string Message { get => field; init => field = value ?? ""; } = "";

    /// <summary>What is so.</summary>
    /// <param name="type">What it is about.</param>
    /// <param name="reason">Why, as one word.</param>
    /// <param name="message">The same for people.</param>
    /// <param name="generation">The object's, when it was read.</param>
    public static Condition True(string type, string reason, string message, long generation) => Of(type, "True", reason, message, generation);

    /// <summary>What is not so.</summary>
    /// <param name="type">What it is about.</param>
    /// <param name="reason">Why, as one word.</param>
    /// <param name="message">The same for people.</param>
    /// <param name="generation">The object's, when it was read.</param>
    public static Condition False(string type, string reason, string message, long generation) => Of(type, "False", reason, message, generation);

    /// <summary>What nobody knows.</summary>
    /// <param name="type">What it is about.</param>
    /// <param name="reason">Why, as one word.</param>
    /// <param name="message">The same for people.</param>
    /// <param name="generation">The object's, when it was read.</param>
    public static Condition Unknown(string type, string reason, string message, long generation) => Of(type, "Unknown", reason, message, generation);

    private static Condition Of(string type, string status, string reason, string message, long generation) =>
        new() { Type = type, Status = status, Reason = reason, Message = message, ObservedGeneration = generation };
}
