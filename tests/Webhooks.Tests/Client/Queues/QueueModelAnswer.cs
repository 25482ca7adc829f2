namespace Webhooks.Tests.Client.Queues;

/// <summary>What a get was answered.</summary>
/// <param name="Key">Null without a key.</param>
/// <param name="IsCancelled">Else, without a key, the queue is shut down.</param>
internal readonly record struct QueueModelAnswer(int? Key, bool IsCancelled = false)
{
    public static QueueModelAnswer Cancelled { get; } = new(null, true);
}
