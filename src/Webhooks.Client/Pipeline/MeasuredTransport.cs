using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Pipeline;

/// <summary>Counts and times requests. One that its caller gave up counts as one without an answer.</summary>
/// <param name="next">What sends.</param>
/// <param name="host">The server, for labels.</param>
/// <param name="time">The clock.</param>
internal sealed class MeasuredTransport(IApiTransport next, string host, TimeProvider time) : IApiTransport
{
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        int? code = null;
        try
        {
            ApiResponse response = await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
            code = response.Code;
            return response;
        }
        catch (KubernetesApiException refusal)
        {
            code = refusal.Code;
            throw;
        }
        finally
        {
            RequestMetrics.Answered(request, host, code, time.GetElapsedTime(started));
        }
    }
}
