using Webhooks.Resources.Selectors;

namespace Webhooks.Client.Requests;

/// <summary>Which changes a watch tells of, from where on, and for how long.</summary>
/// <remarks>Immutable.</remarks>
public sealed record WatchOptions
{
    /// <summary>Conditions that an object's labels meet. One that ceases to meet them is told of as deleted.</summary>
    public LabelSelector LabelSelector { get; init; } = LabelSelector.Everything;

    /// <summary>Conditions that an object's fields meet; which fields there are depends on the kind.</summary>
    public FieldSelector FieldSelector { get; init; } = FieldSelector.Everything;

    /// <summary>The version after which changes are told of; empty or <c>0</c> for all that is there first; <c>null</c>, the default, to leave it out.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>After how many seconds the server ends it; 0, the default, leaves that to the server, which takes half an hour to an hour.</summary>
    public int TimeoutSeconds
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(TimeoutSeconds), value, "a watch lasts 0, for the server's choice, or more seconds");
    }

    /// <summary>Whether the server may tell of the version it has reached without a change. Default <c>true</c>.</summary>
    public bool AllowBookmarks { get; init; } = true;

    /// <summary>Whether all that is there comes first, as a list would have it, ended by a bookmark that says so (WatchList).</summary>
    public bool SendInitialEvents { get; init; }
}
