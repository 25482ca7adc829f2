using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Watching;

/// <summary>Runs one watch, from its request to its end.</summary>
internal sealed class WatchRun<T>(IApiTransport transport, IReflectorSink<T> sink, Reception<T> reception, TimeProvider time, Random random)
    where T : class, IKubernetesObject<T>
{
    private const int ShortestSeconds = 300;
    private const int LongestSeconds = 600;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Watches until the server ends it, something goes wrong, or nothing comes for too long.</summary>
    /// <param name="action">The watch.</param>
    /// <param name="request">Its request, given how many seconds the server is to let it run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WatchOutcome> RunAsync(WatchAction action, Func<int, ApiRequest> request, CancellationToken cancellationToken)
    {
        int seconds = random.Next(ShortestSeconds, LongestSeconds + 1);
        EventApplication<T> events = new(sink, reception, action);
        TimeSpan Patience() => events.IsSynced ? TimeSpan.FromSeconds(seconds) + Grace : Grace;
        using CancellationTokenSource silence = new(Patience(), time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        long? opened = null;
        try
        {
            using ApiResponse response = await transport.SendAsync(request(seconds), end.Token);
            opened = time.GetTimestamp();

            // A read that does not look at its token ends with its stream.
            using CancellationTokenRegistration ending = end.Token.UnsafeRegister(static answer => ((ApiResponse)answer!).Dispose(), response);
            LineReader lines = new(response.Body);
            Setback? setback;
            do
            {
                setback = Drain(lines, events);
                silence.CancelAfter(Patience());
            }
            while (setback == null && await lines.FillAsync(end.Token));
            return Ended(setback);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && Setback.IsEnd(exception))
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (Exception exception) when (silence.IsCancellationRequested && Setback.IsEnd(exception))
        {
            Setback silent = new(SetbackKind.Silent, "nothing came for too long");
            return opened == null ? new WatchOutcome.Failed(silent) : Ended(silent);
        }
        catch (Exception exception) when (Setback.Of(exception) is { } setback)
        {
            return opened == null ? new WatchOutcome.Failed(setback) : Ended(setback);
        }

        WatchOutcome.Ended Ended(Setback? setback) =>
            new(events.Version, events.IsSynced, events.Events, time.GetElapsedTime(opened ?? 0), setback);
    }

    private static Setback? Drain(LineReader lines, EventApplication<T> events)
    {
        while (lines.TryTake(out ReadOnlySpan<byte> line))
        {
            if (events.Apply(line) is { } setback)
            {
                return setback;
            }
        }

        return null;
    }
}
