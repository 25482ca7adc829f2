using Webhooks.Client.Sending;

namespace Webhooks.Client.Leases;

/// <summary>Gives a Lease back, so that others need not wait until it has run out.</summary>
internal sealed class LeaseRelease(ElectionTools tools)
{
    /// <summary>Tries until the Lease is no longer this process's, or half the time of a term is over.</summary>
    /// <param name="document">The Lease as it is thought to be; <c>null</c>: it is read.</param>
    public async Task RunAsync(LeaseDocument? document)
    {
        using CancellationTokenSource limit = new(tools.Options.RequestTimeout, tools.Clock.Time);
        while (!limit.IsCancellationRequested)
        {
            try
            {
                document ??= await tools.Requests.GetAsync(limit.Token).ConfigureAwait(false);
                if (document?.Record.Holder == tools.Options.Identity)
                {
                    await tools.Requests.WriteAsync(document, ElectionRules.Released(document.Record, tools.Clock.Date), limit.Token).ConfigureAwait(false);
                    tools.Logger.Released(tools.Lease);
                }

                return;
            }
            catch (KubernetesApiException conflict) when (conflict.Code == 409)
            {
                // Somebody wrote; what matters is whose it is now.
                document = null;
            }
            catch (Exception failure) when (LeaseRequests.IsFailure(failure))
            {
                document = null;
                tools.Logger.Failed(tools.Lease, failure.Message);
                await tools.Clock.WaitAsync(tools.Options.RetryPeriod, limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                break;
            }
        }

        tools.Logger.NotReleased(tools.Lease);
    }
}
