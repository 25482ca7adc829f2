using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Updates;

/// <summary>Random histories of workloads.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count.</remarks>
public class HistoryProperties(ITestOutputHelper output)
{
    [Fact]
    public void Every_history_keeps_what_is_the_users_and_loses_no_injected_item()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 300);
        int rollOuts = 0;
        int unchanged = 0;
        Parallel.For(0, count, i =>
        {
            int drawn = (seed + i) & int.MaxValue;
            History history = new(drawn);
            if (history.Play() is { } problem)
            {
                throw new PropertyException($"{problem}\nrepeat: make soak-histories SEED={drawn} COUNT=1");
            }

            Interlocked.Add(ref rollOuts, history.Tally.RollOuts);
            Interlocked.Add(ref unchanged, history.Tally.Unchanged);
        });
        output.WriteLine($"{count} histories from seed {seed}: {rollOuts} roll-outs, {unchanged} updates without");
        Assert.True(count < 100 || (rollOuts > 2 * count && unchanged > 2 * count), $"{rollOuts} roll-outs and {unchanged} updates without prove little");
    }
}
