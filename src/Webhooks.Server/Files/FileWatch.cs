namespace Webhooks.Server.Files;

/// <summary>
/// Tells when files may have changed, by looking: links resolved, so that the <c>..data</c> swap of a Kubernetes volume
/// counts, as do renames and writes in place, on any file system.
/// </summary>
/// <param name="stamp">What the files are like now; two equal answers mean that nothing changed.</param>
/// <param name="time">The clock.</param>
internal sealed class FileWatch(Func<string> stamp, TimeProvider time)
{
    /// <summary>How long a change may stay unseen.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private string _seen = "";

    /// <summary>Notes what the files are like before they are read: a change during the reading is seen by the next look.</summary>
    public void Mark() => _seen = stamp();

    /// <summary>True when the files are not what they were at the last look, or when they were marked.</summary>
    public bool Look()
    {
        string now = stamp();
        bool isChanged = now != _seen;
        _seen = now;
        return isChanged;
    }

    /// <summary>Calls back after each change, until cancelled. What the callback throws ends the watch.</summary>
    /// <param name="changed">Reads the files.</param>
    /// <param name="cancellation">Ends the watch; no exception then.</param>
    public Task RunAsync(Action changed, CancellationToken cancellation) => EachLookAsync(
        isChanged =>
        {
            if (isChanged)
            {
                changed();
            }
        },
        cancellation);

    /// <summary>Looks every <see cref="Interval"/> and calls back each time, until cancelled. What the callback throws ends the watch.</summary>
    /// <param name="looked">Is told whether the files changed since the look before.</param>
    /// <param name="cancellation">Ends the watch; no exception then.</param>
    public async Task EachLookAsync(Action<bool> looked, CancellationToken cancellation)
    {
        using PeriodicTimer timer = new(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                looked(Look());
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }
}
