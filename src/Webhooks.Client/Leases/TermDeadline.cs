namespace Webhooks.Client.Leases;

/// <summary>When a term is over: a fixed time after the start of the last renewal that succeeded, or before.</summary>
/// <remarks>Once over, it stays over. Thread safe, but for its disposal. A timer ends it, whatever else hangs.</remarks>
internal sealed class TermDeadline : IDisposable
{
    private readonly OwnClock _clock;
    private readonly TimeSpan _length;
    private readonly CancellationTokenSource _over;
    private long _end;

    /// <param name="clock">Whose time counts.</param>
    /// <param name="started">When the request that won the term was sent.</param>
    /// <param name="length">How long after a start it is over.</param>
    public TermDeadline(OwnClock clock, TimeSpan started, TimeSpan length)
    {
        _clock = clock;
        _length = length;
        _end = (started + length).Ticks;
        _over = new CancellationTokenSource(Left, clock.Time);
        Token = _over.Token;
    }

    /// <summary>Cancelled when it is over.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether it is over: by the clock itself, since the timer may ring late in a process that was held up.</summary>
    public bool IsOver => Token.IsCancellationRequested || Left == TimeSpan.Zero;

    /// <summary>How long it lasts if nothing else happens.</summary>
    public TimeSpan Left => new(Math.Max(0, Volatile.Read(ref _end) - _clock.Now.Ticks));

    /// <summary>Moves it, unless it is over.</summary>
    /// <param name="started">When the renewal was sent that has now succeeded.</param>
    public void Extend(TimeSpan started)
    {
        if (IsOver)
        {
            End();
            return;
        }

        Volatile.Write(ref _end, (started + _length).Ticks);

        // Whole milliseconds, rounded down: rather too early than too late.
        _over.CancelAfter(Left);
    }

    /// <summary>It is over now. What waits for that runs before this returns.</summary>
    public void End() => _over.Cancel();

    public void Dispose() => _over.Dispose();
}
