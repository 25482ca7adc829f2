using System.Diagnostics;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>Clients that work side by side until they have had their number of answers.</summary>
/// <param name="tally">Where the answers are counted.</param>
/// <param name="count">How many in all.</param>
/// <param name="seed">What the pauses start from.</param>
internal sealed class LoadRun(LoadTally tally, int count, int seed)
{
    private long _begun;

    /// <summary>Holds when the run may end, its count aside.</summary>
    public Func<bool> MayEnd { get; init; } = () => true;

    /// <summary>Each client waits up to so long before it asks; not counted as time of the request.</summary>
    public TimeSpan LongestPause { get; init; }

    /// <summary>Lets all clients ask again and again.</summary>
    /// <param name="clients">Each asks once and checks its answer.</param>
    public Task RunAsync(IEnumerable<Func<Task>> clients) => Task.WhenAll(clients.Select((client, i) => Task.Run(() => RepeatAsync(client, new Random(seed + i)))));

    private async Task RepeatAsync(Func<Task> ask, Random random)
    {
        while (!tally.HasFailedOften && (Interlocked.Increment(ref _begun) <= count || !MayEnd()))
        {
            if (LongestPause > TimeSpan.Zero)
            {
                await Task.Delay(LongestPause * random.NextDouble());
            }

            long started = Stopwatch.GetTimestamp();
            try
            {
                await ask();
                tally.Succeeded(Stopwatch.GetElapsedTime(started));
            }
            catch (Exception failure)
            {
                tally.Failed($"{DateTime.UtcNow:HH:mm:ss.fff}, after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F1} ms: {failure}");
            }
        }
    }
}
