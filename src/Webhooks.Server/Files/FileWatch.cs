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

    /// <summary>Calls back after each change, until cancelled. What the callback throws ends the watch.</summary>
    /// <param name="changed">Reads the files.</param>
    /// <param name="cancellation">Ends the watch; no exception then.</param>
    public async Task RunAsync(Action changed, CancellationToken cancellation)
    {
        using PeriodicTimer timer = new(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
            {
                string now = stamp();
                if (now != _seen)
                {
                    _seen = now;
                    changed();
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }
}
