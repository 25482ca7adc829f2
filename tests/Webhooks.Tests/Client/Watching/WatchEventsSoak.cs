using System.Diagnostics;
using Webhooks.Client.Objects;
using Webhooks.Client.Watching;
using Webhooks.Tests.Injection;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Client.Watching;

/// <summary>A watch of very many events that breaks again and again, and what is left of it in memory.</summary>
/// <remarks>PROPERTY_COUNT in the environment takes the place of the number of events.</remarks>
public sealed class WatchEventsSoak(ITestOutputHelper output)
{
    private const int Keys = 100;
    private const int EventsOfOneWatch = 200;

    [Fact]
    public void R12_of_all_events_only_the_newest_version_of_each_object_is_left()
    {
        int count = (int)PropertyRun.Setting("PROPERTY_COUNT", 10_000);
        List<WeakReference> seen = new(count);
        ReflectorOptions<ConfigMap> options = new()
        {
            Transform = item =>
            {
                seen.Add(new WeakReference(item));
                return item;
            },
        };
        LatestSink sink = new();
        EventSource source = new(Keys, EventsOfOneWatch, count);
        using ReflectorScript script = new(options, sink: sink);
        script.Server.Player = source.Play;
        Stopwatch watch = Stopwatch.StartNew();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        script.Start();
        watch.Stop();
        output.WriteLine($"{count} events, {script.Server.Requests.Count - 2} reconnects in {watch.Elapsed.TotalSeconds:0.0} s");

        Assert.Equal(count, seen.Count);
        Assert.Equal((count / EventsOfOneWatch) + 2, script.Server.Requests.Count);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        int alive = seen.Count(reference => reference.IsAlive);
        Assert.Equal(Keys, sink.Items.Count);

        // The last one may still be in a register.
        Assert.InRange(alive, Keys, Keys + 1);

        // Beside other tests this number means nothing. What notes the objects takes less than 64 bytes for each.
        long grown = GC.GetTotalMemory(forceFullCollection: true) - before - (64L * count);
        output.WriteLine($"{alive} objects are left, and the heap has grown by {grown / 1024} KiB at most");
        Assert.True(count < 100_000 || grown < 2 * 1024 * 1024, $"the heap has grown by {grown} bytes");
        GC.KeepAlive(seen);
    }

    private sealed class LatestSink : IReflectorSink<ConfigMap>
    {
        public Dictionary<string, ConfigMap> Items { get; } = [];

        public void Replace(IReadOnlyList<ConfigMap> items, IReadOnlyList<ObjectKey> undecodable, string resourceVersion) => Items.Clear();

        public void Set(ConfigMap item) => Items[item.Metadata.Name] = item;

        public void Remove(ConfigMap item) => Items.Remove(item.Metadata.Name);
    }
}
