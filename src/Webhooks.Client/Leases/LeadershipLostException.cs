using Webhooks.Client.Requests;

namespace Webhooks.Client.Leases;

/// <summary>A request was not sent, or not waited for, because this process no longer leads.</summary>
/// <remarks>A cancellation, by the token of the term: work that meets it has nothing more to do.</remarks>
public sealed class LeadershipLostException : OperationCanceledException
{
    /// <summary>A request that came too late.</summary>
    /// <param name="request">What was to be sent.</param>
    /// <param name="token">The token of the term that is over.</param>
    public LeadershipLostException(ApiRequest request, CancellationToken token)
        : base($"{request}: not sent to its end, since this process no longer leads; its next leader does what is to be done", token)
    {
    }
}
