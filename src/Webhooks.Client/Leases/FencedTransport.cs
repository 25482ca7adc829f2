using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Leases;

/// <summary>Sends while a term lasts.</summary>
internal sealed class FencedTransport(IApiTransport transport, LeaderTerm term) : IApiTransport
{
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (term.IsOver)
        {
            throw new LeadershipLostException(request, term.Token);
        }

        // What waits below, for a connection or its turn, must not be sent later.
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, term.Token);
        try
        {
            return await transport.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (term.IsOver && !cancellationToken.IsCancellationRequested)
        {
            throw new LeadershipLostException(request, term.Token);
        }
    }
}
