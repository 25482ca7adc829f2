using Webhooks.Resources.Api;

namespace Webhooks.Schemas.Requests;

/// <summary>A request that an API server refuses: the <see cref="Status"/> and the <see cref="Warnings"/> are its whole answer.</summary>
public sealed class RequestRefusedException(Status status, IReadOnlyList<string>? warnings = null) : Exception(status.Message)
{
    /// <summary>What is answered, with its code.</summary>
    public Status Status { get; } = status;

    /// <summary>What it warned of before.</summary>
    public IReadOnlyList<string> Warnings { get; } = warnings ?? [];
}
