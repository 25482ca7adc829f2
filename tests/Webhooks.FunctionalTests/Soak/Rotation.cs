namespace Webhooks.FunctionalTests.Soak;

/// <summary>Something that is changed at a steady pace while a run goes on.</summary>
internal static class Rotation
{
    /// <summary>Changes it until the run is done.</summary>
    public static async Task RunAsync(TimeSpan pace, Action change, CancellationToken done)
    {
        using PeriodicTimer timer = new(pace);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                change();
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
