using System.Diagnostics;

namespace Webhooks.Shared;

/// <summary>Waits for facts.</summary>
internal static class Eventually
{
    /// <summary>How long a fact may take that comes at once where nothing else runs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until it holds; a fact that never comes fails the test.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> fact)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await fact())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"it did not come to hold within {Patience.TotalSeconds} s");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Waits until it holds.</summary>
    public static Task HoldsAsync(Func<bool> fact) => HoldsAsync(() => Task.FromResult(fact()));
}
