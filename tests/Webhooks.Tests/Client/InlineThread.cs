namespace Webhooks.Tests.Client;

/// <summary>Lets what awaits go on at once, on the thread that gives it what it awaits: a script then knows when all is done.</summary>
internal static class InlineThread
{
    /// <summary>Runs an action without the context of the test, which would send what follows to other threads.</summary>
    public static void Run(Action action)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
