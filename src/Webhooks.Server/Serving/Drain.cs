using Microsoft.AspNetCore.Builder;
using Webhooks.Server.Lifetimes;

namespace Webhooks.Server.Serving;

/// <summary>The end of the webhooks' server: nobody who was let in is turned away.</summary>
/// <param name="server">The server, listening.</param>
/// <param name="port">Where it listens.</param>
/// <param name="state">Is told that the end has begun.</param>
/// <param name="parting">Takes leave of clients.</param>
/// <param name="delay">How long to go on serving.</param>
/// <param name="timeout">How long it may take in all.</param>
/// <param name="time">The clock.</param>
internal sealed class Drain(WebApplication server, BoundPort port, ServeState state, Parting parting, TimeSpan delay, TimeSpan timeout, TimeProvider time)
{
    /// <summary>Who has asked nothing for so long after the delay is closed without another answer.</summary>
    private static readonly TimeSpan PartingPatience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Waits for the token. Then readiness fails, so that balancers turn away; after the delay the port closes, and each
    /// connection ends with its next answer (HTTP/2: GOAWAY; HTTP/1.1: <c>Connection: close</c>), then the idle ones, and
    /// what is under way is finished.
    /// </summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using CancellationTokenRegistration notice = stop.Register(() => state.IsStopping = true);
        await Cancellation.WaitAsync(stop).ConfigureAwait(false);
        using CancellationTokenSource late = new(timeout, time);
        await Task.Delay(delay, time, CancellationToken.None).ConfigureAwait(false);
        // First the port: a connection that is only just let in when the server stops is told GOAWAY before the settings
        // that must come first, which its client takes for a fault.
        port.Dispose();
        using (CancellationTokenSource idle = new(PartingPatience, time))
        using (CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, late.Token))
        {
            await parting.RunAsync(patience.Token).ConfigureAwait(false);
        }

        await server.StopAsync(late.Token).ConfigureAwait(false);
    }
}
