using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Server.Clusters;

/// <summary>Notes whether the API server answers, while requests pass through.</summary>
/// <param name="inner">Sends them.</param>
/// <param name="noted">
/// Told of failures that somebody has to see to, and of the first answer thereafter, by <c>null</c>; of what goes on alike
/// once. Quick and thread safe.
/// </param>
internal sealed class NotedTransport(IApiTransport inner, Action<Exception?> noted) : IApiTransport
{
    private const int Well = 0;
    private const int Unreachable = -1;

    private int _noted = Well;

    /// <inheritdoc />
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            ApiResponse response = await inner.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Note(Well, failure: null);
            return response;
        }
        catch (Exception failure) when (IsTrouble(failure))
        {
            Note(failure is KubernetesApiException refusal ? refusal.Code : Unreachable, failure);
            throw;
        }
    }

    private void Note(int state, Exception? failure)
    {
        if (Interlocked.Exchange(ref _noted, state) != state)
        {
            noted(failure);
        }
    }

    // Of an API server that is well come: a version that is no longer kept, or not yet known; a form of list that it has
    // not; and that it has too much to do.
    private static bool IsTrouble(Exception failure) => failure switch
    {
        KubernetesApiException refusal => refusal.Code is 401 or 403 or 404 or (>= 500 and not 504),
        HttpRequestException or IOException or TimeoutException => true,
        _ => false,
    };
}
