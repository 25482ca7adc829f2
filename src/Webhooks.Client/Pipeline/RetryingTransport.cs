using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Pipeline;

/// <summary>Sends requests again that the server put off, or that did not reach it; what may have been done is not done again.</summary>
/// <param name="next">What sends.</param>
/// <param name="host">The server, for labels.</param>
/// <param name="options">How often, and how long to wait.</param>
internal sealed class RetryingTransport(IApiTransport next, string host, RequestPipelineOptions options) : IApiTransport
{
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        for (int sent = 0; ; sent++)
        {
            TimeSpan wait;
            try
            {
                return await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (sent < options.Retries && RetryRules.MayBeSentAgain(request, failure, options.LongestWait))
            {
                wait = RetryRules.WaitAfter(failure, sent, options.Chance);
                RequestMetrics.Retried(request, host, (failure as KubernetesApiException)?.Code);
            }

            await Task.Delay(wait, options.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
