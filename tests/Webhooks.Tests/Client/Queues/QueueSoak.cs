using System.Diagnostics;
using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Client.Queues;

/// <summary>A queue under sixteen threads that add, get, cancel and give back at random.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count. The seed decides what each thread does, not when.</remarks>
public sealed class QueueSoak(ITestOutputHelper output)
{
    private const int Threads = 16;

    [Fact]
    public void Sixteen_threads_lose_nothing_and_share_nothing()
    {
        int seed = (int)(PropertyRun.Seed % int.MaxValue);
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 200_000);
        using QueueCrowd crowd = new();
        Stopwatch watch = Stopwatch.StartNew();
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() => crowd.Run(seed + index, count / Threads)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        crowd.End();
        output.WriteLine($"{count} steps from seed {seed} in {watch.Elapsed.TotalSeconds:0.0} s: {crowd}");
        Assert.Empty(crowd.Problems);
        Assert.True(count < 1000 || crowd.Handed > count / 20, $"only {crowd.Handed} keys were handed out");
        Assert.True(count < 10_000 || crowd.Cancelled > count / 200, $"only {crowd.Cancelled} gets were cancelled");
    }
}
