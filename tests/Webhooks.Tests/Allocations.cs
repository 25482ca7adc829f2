using Xunit;

namespace Webhooks.Tests;

/// <summary>What code takes from the heap.</summary>
internal static class Allocations
{
    private const int Runs = 1000;

    /// <summary>Fails when doing something again takes anything.</summary>
    public static void AssertNone(Action act)
    {
        act();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int run = 0; run < Runs; run++)
        {
            act();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
