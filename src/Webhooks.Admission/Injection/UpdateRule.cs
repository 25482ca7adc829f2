namespace Webhooks.Admission.Injection;

/// <summary>The rule by which an update of a workload was decided about: the first that fits.</summary>
public enum UpdateRule
{
    /// <summary>No update, or one of an object that injection has nothing to do with.</summary>
    None,

    /// <summary>The request brings what an earlier injection left, and is taken as it comes.</summary>
    Restored,

    /// <summary>The user changed nothing: the pod template stays.</summary>
    Unchanged,

    /// <summary>The user changed something: today's templates.</summary>
    RollOut,

    /// <summary>The pod template of a Job can't change.</summary>
    Job,
}
