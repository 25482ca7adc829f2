using System.Diagnostics.CodeAnalysis;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>What a handler has yet to hear, in order. It is delivered by one thread of the pool at a time, and by none while there is nothing.</summary>
/// <remarks>Thread safe. It has no bound: to leave something out would be to tell of an update of what was never added.</remarks>
/// <param name="deliver">Takes one notification; it must not throw.</param>
internal sealed class NotificationQueue<T>(Action<Notification<T>> deliver) : IThreadPoolWorkItem
    where T : class, IKubernetesObject
{
    // Room for as many is kept once they are delivered.
    private const int Kept = 64;

    private readonly Lock _lock = new();
    private readonly Queue<Notification<T>> _waiting = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isDelivering;
    private volatile bool _isClosed;

    /// <summary>Whether nothing more is to be delivered; what is being delivered may look at it.</summary>
    public bool IsClosed => _isClosed;

    /// <summary>Ends once the queue is closed and nothing is being delivered.</summary>
    public Task Ended => _ended.Task;

    public void Add(Notification<T> notification)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _waiting.Enqueue(notification);
            if (_isDelivering)
            {
                return;
            }

            _isDelivering = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            _waiting.Clear();
            _waiting.TrimExcess();
            if (!_isDelivering)
            {
                _ended.TrySetResult();
            }
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (TryTake(out Notification<T>? notification))
        {
            deliver(notification.Value);
        }
    }

    private bool TryTake([NotNullWhen(true)] out Notification<T>? notification)
    {
        lock (_lock)
        {
            if (_waiting.TryDequeue(out Notification<T> next))
            {
                notification = next;
                return true;
            }

            notification = null;
            _isDelivering = false;
            if (_waiting.Capacity > Kept)
            {
                _waiting.TrimExcess(Kept);
            }

            if (_isClosed)
            {
                _ended.TrySetResult();
            }

            return false;
        }
    }
}
