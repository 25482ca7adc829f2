using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Pipeline;

/// <summary>Lets requests through at a rate. A watch is let through at once: it is sent seldom, and being late with it costs most.</summary>
/// <param name="next">What sends.</param>
/// <param name="host">The server, for labels.</param>
/// <param name="bucket">The tokens, one a request.</param>
/// <param name="time">The clock.</param>
internal sealed class RateLimitedTransport(IApiTransport next, string host, TokenBucket bucket, TimeProvider time) : IApiTransport
{
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Verb != "watch")
        {
            long started = time.GetTimestamp();
            await bucket.TakeAsync(cancellationToken).ConfigureAwait(false);
            if (cancellationToken.IsCancellationRequested)
            {
                bucket.Return();
                cancellationToken.ThrowIfCancellationRequested();
            }

            RequestMetrics.Waited(request, host, time.GetElapsedTime(started));
        }

        return await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
