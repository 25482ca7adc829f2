using System.Globalization;

namespace Webhooks.Server.Metrics;

/// <summary>What the .NET runtime tells of its memory and its threads.</summary>
internal static class RuntimeMetrics
{
    public static void Register(MetricRegistry registry)
    {
        registry.Gauge("dotnet_gc_heap_bytes", "Memory of objects, dead ones not yet collected included.", () => GC.GetTotalMemory(forceFullCollection: false));
        registry.Gauge("dotnet_gc_committed_bytes", "Memory that the collector holds, as of the last collection.", () => GC.GetGCMemoryInfo().TotalCommittedBytes);
        registry.Counter("dotnet_gc_allocated_bytes_total", "Memory allocated for objects.", () => GC.GetTotalAllocatedBytes());
        registry.Counter("dotnet_gc_collections_total", "Collections by the oldest generation they collected.", ["generation"], Collections);
        registry.Counter("dotnet_gc_pause_seconds_total", "Time during which a collection held up all threads.", () => GC.GetTotalPauseDuration().TotalSeconds);
        registry.Gauge("dotnet_threadpool_threads", "Threads of the pool.", () => ThreadPool.ThreadCount);
        registry.Gauge("dotnet_threadpool_queue_length", "Work that waits for a thread of the pool.", () => ThreadPool.PendingWorkItemCount);
        registry.Counter("dotnet_threadpool_completed_items_total", "Work that the pool has done.", () => ThreadPool.CompletedWorkItemCount);
    }

    // The runtime counts a collection for each generation below its own too. Oldest first: a younger one's count, read
    // later, is never less.
    private static IEnumerable<Sample> Collections()
    {
        long older = 0;
        for (int generation = GC.MaxGeneration; generation >= 0; generation--)
        {
            long count = GC.CollectionCount(generation);
            yield return new Sample(count - older, generation.ToString(CultureInfo.InvariantCulture));
            older = count;
        }
    }
}
