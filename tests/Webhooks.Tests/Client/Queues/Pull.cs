using Webhooks.Client.Queues;
using Xunit;

namespace Webhooks.Tests.Client.Queues;

/// <summary>A get under way, to look at from outside. Its answer can be taken once.</summary>
internal sealed class Pull<TKey>(ValueTask<NextKey<TKey>> get)
    where TKey : notnull, IEquatable<TKey>
{
    public bool IsCompleted => get.IsCompleted;

    public ValueTask<NextKey<TKey>> Await() => get;

    /// <summary>What it got.</summary>
    public NextKey<TKey> Next()
    {
        Assert.True(get.IsCompleted, "the get has not been answered");
        return get.Result;
    }

    /// <summary>What it got, read to the end so that the queue may use its waiter again.</summary>
    /// <returns>False when it was cancelled.</returns>
    public bool TryNext(out NextKey<TKey> next)
    {
        next = default;
        try
        {
            next = Next();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The key that it got.</summary>
    public TKey Taken()
    {
        Assert.True(Next().TryGet(out TKey? key), "the queue is shut down");
        return key;
    }

    public void AssertShutDown() => Assert.False(Next().TryGet(out _));
}
