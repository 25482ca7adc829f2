using Webhooks.Server.Metrics;
using Webhooks.Shared.Exposition;
using Xunit;

namespace Webhooks.Tests.Metrics;

public sealed class ProcessMetricsTests
{
    [Fact]
    public void The_process_is_told_of_in_base_units()
    {
        MetricRegistry registry = new();
        ProcessMetrics.Register(registry, "1.2.3");
        Assert.Equal(1, Exposed.Number(registry, "webhooks_build_info", "1.2.3"));
        Assert.InRange(Exposed.Number(registry, "process_cpu_seconds_total"), 0.001, 1e6);
        double started = Exposed.Number(registry, "process_start_time_seconds");
        Assert.InRange(started, 1.7e9, (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds + 1);
        if (OperatingSystem.IsLinux())
        {
            double resident = Exposed.Number(registry, "process_resident_memory_bytes");
            Assert.InRange(resident, 1e6, Exposed.Number(registry, "process_virtual_memory_bytes"));
            Assert.InRange(Exposed.Number(registry, "process_open_fds"), 3, Exposed.Number(registry, "process_max_fds"));
        }
    }

    [Theory]
    [InlineData("Max open files            1024                 524288               files", 1024.0)]
    [InlineData("Max open files            unlimited            unlimited            files", double.PositiveInfinity)]
    [InlineData("Max cpu time              unlimited            unlimited            seconds", null)]
    public void The_soft_limit_of_descriptors_is_read(string line, double? limit) =>
        Assert.Equal(limit, ProcFiles.MostDescriptors(["Limit                     Soft Limit           Hard Limit           Units", line]));

    [Fact]
    public void Collections_are_counted_by_the_oldest_generation_alone()
    {
        MetricRegistry registry = new();
        RuntimeMetrics.Register(registry);
        double before = Exposed.Number(registry, "dotnet_gc_collections_total", "2");
        GC.Collect();
        Assert.True(Exposed.Number(registry, "dotnet_gc_collections_total", "2") > before);
        List<ExposedSample> samples = Exposed.Read(registry, ExpositionFormat.Text).Single(family => family.Name == "dotnet_gc_collections_total").Samples;
        Assert.Equal(["2", "1", "0"], samples.Select(sample => sample.Label("generation")));
        Assert.All(samples, sample => Assert.True(sample.Value >= 0));
        Assert.True(Exposed.Number(registry, "dotnet_gc_heap_bytes") > 0);
        Assert.True(Exposed.Number(registry, "dotnet_threadpool_threads") > 0);
    }
}
