using System.Diagnostics;
using Webhooks.FunctionalTests.Soak;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Random writers and watchers: nobody is told anything twice, too late or not at all.</summary>
/// <remarks>SOAK_SEED and SOAK_COUNT set the seed and the number of steps.</remarks>
public sealed class ModelTests(ITestOutputHelper output)
{
    private const int Slice = 6_000;
    private const int LeastOfFull = 50_000;

    [Fact]
    public async Task Every_watcher_is_told_everything_once_and_in_order()
    {
        SoakSettings settings = SoakSettings.Read(Slice);
        long started = Stopwatch.GetTimestamp();
        ModelRun run = new(settings.Seed);
        await run.Run(settings.Count);
        output.WriteLine($"SOAK model: seed {settings.Seed}, {settings.Count} steps, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s\n{run.Tally.Table()}");
        if (settings.Count >= LeastOfFull)
        {
            run.Tally.AssertAllMet();
        }
    }
}
