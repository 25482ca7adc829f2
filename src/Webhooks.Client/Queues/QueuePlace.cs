namespace Webhooks.Client.Queues;

/// <summary>In which heap an item waits.</summary>
internal enum QueuePlace
{
    Nowhere,
    Ready,
    Delayed,
}
