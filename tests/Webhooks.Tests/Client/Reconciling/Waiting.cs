using Xunit;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>Waits for a fact that nothing tells of.</summary>
internal static class Waiting
{
    /// <summary>Waits until it holds; one that never does fails the test.</summary>
    public static async Task ForAsync(Func<bool> fact)
    {
        DateTime end = DateTime.UtcNow.AddSeconds(30);
        while (!fact())
        {
            Assert.True(DateTime.UtcNow < end, "it did not come to hold within 30 s");
            await Task.Yield();
        }
    }
}
