using Webhooks.Resources.Api;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Reviews;

/// <summary>What a webhook says to a request: allowed as it came, changed or denied. A closed set; immutable.</summary>
public abstract record AdmissionDecision
{
    private AdmissionDecision()
    {
    }

    /// <summary>Why, as one word of a set that the webhook closes: the label of metrics and log lines. Never the user's text.</summary>
    public required string Reason { get; init; }

    /// <summary>What the user should know: at most 120 characters each, one line.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the audit log of the API server gets: names of at most 63 characters, bounded values, nothing of the object's.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Audit { get; init; } = [];

    /// <summary>The object is allowed as it came.</summary>
    public sealed record Allowed : AdmissionDecision;

    /// <summary>The object is allowed, with a patch that was applied to it and checked.</summary>
    /// <param name="Patch">At least one operation, all of them needed.</param>
    public sealed record Changed(JsonPatch Patch) : AdmissionDecision;

    /// <summary>The object is refused.</summary>
    /// <param name="Status">Why, as the API server answers the user.</param>
    public sealed record Denied(Status Status) : AdmissionDecision;
}
