using System.Diagnostics;

namespace Webhooks.Server.Metrics;

/// <summary>What every Prometheus client tells of its process, under the names that dashboards know.</summary>
internal static class ProcessMetrics
{
    /// <summary>Registers them; those that only Linux has are absent elsewhere.</summary>
    public static void Register(MetricRegistry registry, string version)
    {
        double started = StartTime();
        registry.Gauge("webhooks_build_info", "The version that runs; always 1.", ["version"], () => [new Sample(1, version)]);
        registry.Counter("process_cpu_seconds_total", "User and system CPU time spent.", () => Environment.CpuUsage.TotalTime.TotalSeconds);
        registry.Gauge("process_start_time_seconds", "When the process started, since the Unix epoch.", () => started);
        registry.Gauge("process_resident_memory_bytes", "Resident memory.", ProcFiles.ResidentBytes);
        registry.Gauge("process_virtual_memory_bytes", "Virtual memory.", ProcFiles.VirtualBytes);
        registry.Gauge("process_open_fds", "Open file descriptors.", ProcFiles.OpenDescriptors);
        registry.Gauge("process_max_fds", "The most file descriptors that may be open.", ProcFiles.MostDescriptors);
    }

    private static double StartTime()
    {
        using Process self = Process.GetCurrentProcess();
        return (self.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
    }
}
