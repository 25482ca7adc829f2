using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Webhooks.Tests.Fuzz;

/// <summary>Processor time of the calling thread, which other tests and other processes do not add to.</summary>
internal static class ThreadTime
{
    private const int LinuxThreadClock = 3;
    private const int MacThreadClock = 16;

    /// <summary>Time so far. Where there is no thread clock it is wall time: never less than the processor's.</summary>
    public static TimeSpan Now
    {
        get
        {
            int clock = OperatingSystem.IsLinux() ? LinuxThreadClock : OperatingSystem.IsMacOS() ? MacThreadClock : -1;
            return clock >= 0 && GetTime(clock, out TimeSpec time) == 0
                ? TimeSpan.FromTicks(((long)time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100))
                : Stopwatch.GetElapsedTime(0);
        }
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
