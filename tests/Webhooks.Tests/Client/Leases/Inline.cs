namespace Webhooks.Tests.Client.Leases;

/// <summary>Runs what waits on the thread that ends the wait: without the context of a test, in which it would go to other threads.</summary>
internal static class Inline
{
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
