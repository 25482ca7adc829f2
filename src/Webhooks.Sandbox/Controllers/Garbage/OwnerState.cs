namespace Webhooks.Sandbox.Controllers.Garbage;

/// <summary>How an owner stands.</summary>
internal enum OwnerState
{
    /// <summary>It is there.</summary>
    Solid,

    /// <summary>It is not there, or another of its name is.</summary>
    Dangling,

    /// <summary>It waits for what it owns to go.</summary>
    Waiting,

    /// <summary>No such kind is served, yet.</summary>
    Unknown,

    /// <summary>It would be in a namespace while the dependent is in none: that is no reference at all.</summary>
    Misplaced,
}
