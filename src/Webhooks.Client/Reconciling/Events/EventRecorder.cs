using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>Writes what is recorded as core/v1 Events, in the order in which it happened.</summary>
/// <remarks>
/// <para>
/// An event that repeats is counted up, by a patch. Of similar ones, which differ in their messages alone, the tenth within ten
/// minutes and those that follow are told as one. An object has 25 writes, and one more every five minutes; what is left out is
/// counted with the next one. These are client-go's rules and numbers.
/// </para>
/// <para>
/// A thousand events wait at most; what comes then is lost, and that is logged, as is an event that a server refuses or that
/// twelve tries did not get through.
/// </para>
/// </remarks>
public sealed class EventRecorder : IEventRecorder
{
    private const int MostWaiting = 1000;

    private readonly Channel<EventNote> _notes = Channel.CreateBounded<EventNote>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly EventCorrelator _correlator = new();
    private readonly EventSender _sender;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    private int _lost;

    /// <summary>A recorder that writes nothing before it runs.</summary>
    /// <param name="transport">Where events are written to.</param>
    /// <param name="reporter">In whose name.</param>
    /// <param name="time">The clock of events, and of the pauses between tries.</param>
    /// <param name="random">Spreads the first tries after a failure.</param>
    /// <param name="logger">Hears of what is lost.</param>
    public EventRecorder(IApiTransport transport, EventReporter reporter, TimeProvider time, Random random, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(time);
        _sender = new EventSender(transport, reporter, time, random, logger);
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc />
    public void Record(EventSubject subject, EventType type, string reason, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!_notes.Writer.TryWrite(new EventNote(new SimilarEvents(subject, type, reason), EventMessage.Bounded(message), _time.GetUtcNow())))
        {
            Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Writes what is recorded, one event after the other. Call it once.</summary>
    /// <param name="cancellationToken">Ends it. What waits then is not written.</param>
    /// <returns>Ends when it is cancelled.</returns>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (EventNote note in _notes.Reader.ReadAllAsync(cancellationToken))
            {
                if (_correlator.Correlate(note) is { } write)
                {
                    await _sender.SendAsync(write, cancellationToken);
                }

                if (Interlocked.Exchange(ref _lost, 0) is > 0 and int lost)
                {
                    _logger.Lost(lost);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody waits for events.
        }
    }
}
