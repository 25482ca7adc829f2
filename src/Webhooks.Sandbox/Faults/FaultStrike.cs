using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Faults;

/// <summary>What faults do to a request that they hit.</summary>
internal static class FaultStrike
{
    /// <summary>Strikes before the request is executed; what strikes only afterwards is noted at it.</summary>
    /// <exception cref="ConnectionCut">Its connection is cut.</exception>
    /// <exception cref="StatusException">That is its answer.</exception>
    public static async Task Before(Fault fault, Exchange exchange, TimeProvider time)
    {
        switch (fault.Effect)
        {
            case FaultEffect.Latency latency:
                await Task.Delay(latency.Time, time, exchange.Aborted);
                break;
            case FaultEffect.Drop { AfterExecution: false } or FaultEffect.Partition { Refuses: true }:
                throw new ConnectionCut();
            case FaultEffect.Stall { AfterExecution: false } or FaultEffect.Partition:
                await fault.Released.WaitAsync(exchange.Aborted);
                break;
            case FaultEffect.Refusal refusal:
                throw new StatusException(refusal.Status);
            case WatchEffect effect:
                exchange.WatchFault = effect;
                break;
            default:
                exchange.Afterwards = exchange.Afterwards.Add(fault);
                break;
        }
    }

    /// <summary>Strikes before something of the answer is sent.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="faults">The faults of this moment: a partition stops what runs already, too.</param>
    /// <exception cref="ConnectionCut">Its connection is cut.</exception>
    public static async ValueTask Afterwards(Exchange exchange, IEnumerable<Fault> faults)
    {
        foreach (Fault fault in exchange.Afterwards)
        {
            if (fault.Effect is FaultEffect.Drop)
            {
                throw new ConnectionCut();
            }

            await fault.Released.WaitAsync(exchange.Aborted);
        }

        foreach (Fault partition in faults.Where(fault => fault.Effect is FaultEffect.Partition && fault.Match.Means(exchange)))
        {
            if (partition.Effect is FaultEffect.Partition { Refuses: true })
            {
                throw new ConnectionCut();
            }

            await partition.Released.WaitAsync(exchange.Aborted);
        }
    }
}
