namespace Webhooks.Tests.Histories;

/// <summary>What happens in a step of a history.</summary>
internal enum StepKind
{
    /// <summary>A whole object is sent: it is created, or put in the place of what stands (<c>kubectl replace</c>).</summary>
    Whole,

    /// <summary>A part of what stands is changed (<c>kubectl apply</c>, <c>patch</c>, <c>scale</c>).</summary>
    Patch,

    /// <summary>The revision of an earlier step comes back (<c>kubectl rollout undo</c>).</summary>
    Undo,

    /// <summary>The whole object as it stood after an earlier step is sent: a backup.</summary>
    Restore,

    /// <summary>The workload's controller creates a Pod.</summary>
    Pod,

    /// <summary>What stands changes without a request that the webhook sees.</summary>
    Silent,

    /// <summary>From here on these are the templates.</summary>
    Templates,
}
