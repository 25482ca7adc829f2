namespace Webhooks.Sandbox.Preparing;

/// <summary>How the server treats the objects of a resource when they are written and deleted.</summary>
internal sealed record Strategy
{
    /// <summary>Whether status is written at a path of its own, and dropped elsewhere.</summary>
    public bool HasStatus { get; init; }

    /// <summary>Whether a create's status is stored all the same.</summary>
    public bool KeepsStatusOnCreate { get; init; }

    /// <summary>The members of which a change counts up <c>metadata.generation</c>; none: it isn't counted. Of custom resources all but metadata.</summary>
    public IReadOnlyList<string> GenerationMembers { get; init; } = [];

    /// <summary>Whether <c>metadata.generation</c> starts at 1 and counts.</summary>
    public bool CountsGeneration { get; init; }

    /// <summary>Whether a change of annotations counts too.</summary>
    public bool CountsAnnotations { get; init; }

    /// <summary>Whether a change of labels counts too.</summary>
    public bool CountsLabels { get; init; }

    /// <summary>Whether a PUT makes the object where there is none.</summary>
    public bool AllowsCreateOnUpdate { get; init; }

    /// <summary>Whether a PUT without resourceVersion overwrites what is there.</summary>
    public bool AllowsUnconditionalUpdate { get; init; } = true;

    /// <summary>Whether a DELETE answers the object, not a Status, when it is gone at once.</summary>
    public bool DeleteAnswersObject { get; init; }

    /// <summary>Whether what an object owns outlives it where a deletion does not say.</summary>
    public bool OrphansByDefault { get; init; }

    /// <summary>Whether a deletion cannot say what becomes of what an object owns: Events own nothing.</summary>
    public bool OwnsNothing { get; init; }

    /// <summary>What a deletion is warned of that does not say what becomes of what the object owns; <c>null</c> for nothing.</summary>
    public string? UnsaidPropagation { get; init; }

    /// <summary>Whether objects have time to end: Pods.</summary>
    public bool IsGraceful { get; init; }

    /// <summary>The members of metadata that a write of the status leaves as they were.</summary>
    public IReadOnlyList<string> StatusKeeps { get; init; } = [];
}
