using Webhooks.Resources.Selectors;

namespace Webhooks.Client.Requests;

/// <summary>Which objects a list has, at which version, and how many of them at a time.</summary>
/// <remarks>Immutable. By default everything, at the newest version, in one page.</remarks>
public sealed record ListOptions
{
    /// <summary>Everything, at the newest version, in one page.</summary>
    public static ListOptions Default { get; } = new();

    /// <summary>Conditions that an object's labels meet.</summary>
    public LabelSelector LabelSelector { get; init; } = LabelSelector.Everything;

    /// <summary>Conditions that an object's fields meet; which fields there are depends on the kind.</summary>
    public FieldSelector FieldSelector { get; init; } = FieldSelector.Everything;

    /// <summary>At which version: <c>0</c> for any that the server has at hand; <c>null</c>, the default, to leave it out, which asks for the newest.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>How that version is meant: <c>Exact</c> or <c>NotOlderThan</c>; empty to leave it to the server.</summary>
    public string ResourceVersionMatch { get; init; } = "";

    /// <summary>How many objects a page has at most; 0, the default, for no limit. A server passes over it at version <c>0</c>.</summary>
    public int Limit
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Limit), value, "a page has 0, for no limit, or more objects");
    }

    /// <summary>The token of the page that is asked for; empty for the first one. The pages after it have the version of the first.</summary>
    public string Continue { get; init; } = "";
}
