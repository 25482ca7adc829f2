using Webhooks.Resources.Api;

namespace Webhooks.Schemas.Requests;

/// <summary>A request that an API server refuses: the <see cref="Status"/> is its whole answer.</summary>
public sealed class RequestRefusedException(Status status) : Exception(status.Message)
{
    /// <summary>What is answered, with its code.</summary>
    public Status Status { get; } = status;
}
