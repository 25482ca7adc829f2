using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Sandbox;

/// <summary>Lets time pass for a server that sets its timers on threads of its own.</summary>
internal static class ManualTimeWaiting
{
    /// <summary>Lets time pass in steps until a task has ended: the first step may come before the timer is set.</summary>
    public static Task AdvanceUntil(this ManualTime time, Task task, TimeSpan step) => Eventually.HoldsAsync(() =>
    {
        time.Advance(step);
        return task.IsCompleted;
    });
}
