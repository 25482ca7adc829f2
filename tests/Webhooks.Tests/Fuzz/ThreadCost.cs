using System.Runtime.InteropServices;

namespace Webhooks.Tests.Fuzz;

/// <summary>What an action cost on this thread: CPU time, so that a busy machine does not count, and allocated bytes.</summary>
internal readonly record struct ThreadCost(TimeSpan Cpu, long Bytes)
{
    private const int ThreadCpuClock = 3;

    public static ThreadCost Of(Action action)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan cpu = Now();
        action();
        return new(Now() - cpu, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    /// <summary>The least CPU time of at most three runs; the later ones only where the first exceeds the limit.</summary>
    public static ThreadCost BestOfThree(Action action, TimeSpan limit)
    {
        ThreadCost best = Of(action);
        for (int again = 0; again < 2 && best.Cpu > limit; again++)
        {
            ThreadCost next = Of(action);
            best = next.Cpu < best.Cpu ? next : best;
        }

        return best;
    }

    private static TimeSpan Now()
    {
        if (ClockGetTime(ThreadCpuClock, out Timespec time) != 0)
        {
            throw new InvalidOperationException("this system has no clock for a thread's CPU time");
        }

        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000.0);
    }

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    private static extern int ClockGetTime(int clock, out Timespec time);

    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
