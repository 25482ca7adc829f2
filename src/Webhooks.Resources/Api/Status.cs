namespace Webhooks.Resources.Api;

/// <summary>The answer of an API server that is no object: how an operation ended, and why (<c>metav1.Status</c>).</summary>
/// <remarks>Immutable; equal when all parts are.</remarks>
public sealed partial record Status
{
    /// <summary>How the operation ended.</summary>
    public StatusOutcome Outcome { get; init; }

    /// <summary>What happened, for people; empty for nothing to say.</summary>
    public string Message { get; init; } = "";

    /// <summary>Why it failed, for programs.</summary>
    public StatusReason Reason { get; init; }

    /// <summary>What it is about; null for nothing said.</summary>
    public StatusDetails? Details { get; init; }

    /// <summary>The HTTP code; 0 for none said.</summary>
    public int Code { get; init; }

    /// <summary>Whether this failure is of that reason, told by the code where no well-known reason is given.</summary>
    /// <remarks>
    /// As <c>errors.IsNotFound</c> and its like: a proxy's bare 404 is <see cref="StatusReason.NotFound"/>; a bare 409, 410
    /// or 500 is Conflict, Gone or InternalError, never AlreadyExists, Expired or ServerTimeout; 413 and 429 count whatever
    /// the reason.
    /// </remarks>
    public bool Is(StatusReason reason)
    {
        if (Reason == reason)
        {
            return true;
        }

        return Code == reason.Code
            && reason.Name is not ("AlreadyExists" or "Expired" or "ServerTimeout" or "StorageReadError")
            && reason.IsWellKnown
            && (!Reason.IsWellKnown || Code is 413 or 429);
    }

    /// <summary>The message, or the reason where there is none.</summary>
    public override string ToString() => Message.Length > 0 ? Message : Reason.Name;
}
