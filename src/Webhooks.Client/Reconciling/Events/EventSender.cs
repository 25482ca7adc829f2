using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>Writes events to an API server: tries again what may come right, as often as client-go, and gives up then.</summary>
internal sealed class EventSender(IApiTransport transport, EventReporter reporter, TimeProvider time, Random random, ILogger logger)
{
    private const int Tries = 12;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private static readonly ResourceRequests Requests = new(new ResourceType("", "v1", "events", "Event", IsNamespaced: true));

    /// <summary>Writes an event; one that can't be written is logged.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task SendAsync(EventWrite write, CancellationToken cancellationToken)
    {
        bool isThere = write.Count > 1;
        string problem = "";
        for (int attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                await AskAsync(isThere ? Counting(write) : Making(write), cancellationToken);
                return;
            }
            catch (KubernetesApiException refusal) when (isThere && refusal.Reason == StatusReason.NotFound)
            {
                // It has expired, or was never written.
                isThere = false;
                continue;
            }
            catch (KubernetesApiException refusal) when (attempt > 1 && refusal.Reason == StatusReason.AlreadyExists)
            {
                // The try before got through, and its answer did not.
                return;
            }
            catch (KubernetesApiException refusal) when (refusal.Code is not 429 and < 500)
            {
                logger.GivenUp(write.Alike.Reason, write.Alike.Subject.Kind, write.Alike.Subject.Key, refusal.Message);
                return;
            }
            catch (Exception failure) when (failure is KubernetesApiException or HttpRequestException or IOException or TimeoutException)
            {
                problem = failure.Message;
            }

            if (attempt < Tries)
            {
                // The first pause is not a whole one, so that programs that were cut off together don't come back together.
                await Task.Delay(attempt == 1 ? Pause * random.NextDouble() : Pause, time, cancellationToken);
            }
        }

        logger.GivenUp(write.Alike.Reason, write.Alike.Subject.Kind, write.Alike.Subject.Key, problem);
    }

    private static ApiRequest Counting(EventWrite write) =>
        Requests.Patch(new ObjectKey(write.Namespace, write.Name), new MergePatch(EventDocument.WritePatch(write)));

    private ApiRequest Making(EventWrite write) => Requests.Create(write.Namespace, EventDocument.Write(write, reporter));

    private async Task AskAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using ApiResponse response = await transport.SendAsync(request, cancellationToken);
        await response.Body.CopyToAsync(Stream.Null, cancellationToken);
    }
}
