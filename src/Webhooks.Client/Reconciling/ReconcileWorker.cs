using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;
using Webhooks.Client.Queues;

namespace Webhooks.Client.Reconciling;

/// <summary>Takes keys from a queue, one after the other, has them reconciled, and puts them back as their results say. Any number may run at once.</summary>
internal sealed class ReconcileWorker(
    string controller, IReconciler reconciler, WorkQueue<ObjectKey> queue, RunningKeys running, ControllerMetrics metrics, ILogger logger)
{
    /// <summary>Works until it is cancelled; what a reconciler throws does not end it.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (NextKey<ObjectKey> next = await NextAsync(cancellationToken); next.TryGet(out ObjectKey key); next = await NextAsync(cancellationToken))
        {
            await WorkOnAsync(key, next.Priority, cancellationToken);
        }
    }

    private async ValueTask<NextKey<ObjectKey>> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await queue.GetAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return default;
        }
    }

    private async Task WorkOnAsync(ObjectKey key, int priority, CancellationToken cancellationToken)
    {
        ReconcileOutcome? outcome = null;
        running.Add(key);
        try
        {
            outcome = Settle(key, priority, await reconciler.ReconcileAsync(key, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Cut short by the end of the term: the next one begins with all keys.
        }
        catch (Exception failure)
        {
            outcome = Retry(key, priority, isTerminal: failure is TerminalException);
            logger.Threw(controller, key, failure);
        }
        finally
        {
            TimeSpan duration = running.Remove(key);
            queue.Done(key);
            if (outcome is { } ended)
            {
                metrics.Reconciled(ended, duration);
            }
        }
    }

    private ReconcileOutcome Settle(ObjectKey key, int priority, ReconcileResult? result)
    {
        switch (result)
        {
            case ReconcileResult.Done:
                queue.Forget(key);
                return ReconcileOutcome.Success;
            case ReconcileResult.RequeueAfter later:
                queue.Forget(key);
                queue.AddAfter(key, later.Delay, priority);
                return ReconcileOutcome.RequeueAfter;
            case ReconcileResult.Failed failed:
                logger.Failed(controller, key, failed);
                return Retry(key, priority, failed.IsTerminal);
            default:
                throw new InvalidOperationException("The reconciler gave no result.");
        }
    }

    private ReconcileOutcome Retry(ObjectKey key, int priority, bool isTerminal)
    {
        if (isTerminal)
        {
            queue.Forget(key);
            return ReconcileOutcome.TerminalError;
        }

        queue.AddRateLimited(key, priority);
        return ReconcileOutcome.Error;
    }
}
