using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>A registration with its handler and its queue.</summary>
internal sealed class Listener<T> : HandlerRegistration
    where T : class, IKubernetesObject
{
    private readonly IInformerHandler<T> _handler;
    private readonly ObjectCache<T> _cache;
    private readonly Action<string, ObjectKey, Exception> _failed;
    private readonly NotificationQueue<T> _queue;
    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _resync;
    private readonly ITimer? _timer;
    private long _backlog;
    private long _failures;
    private volatile bool _awaitsResync;

    /// <param name="name">What metrics and logs call the handler.</param>
    /// <param name="handler">What is called.</param>
    /// <param name="cache">Whose changes it hears.</param>
    /// <param name="failed">Is told what the handler throws, and at which object.</param>
    /// <param name="time">The clock of resyncs.</param>
    /// <param name="resync">Null: never.</param>
    public Listener(
        string name, IInformerHandler<T> handler, ObjectCache<T> cache, Action<string, ObjectKey, Exception> failed, TimeProvider time, TimeSpan? resync)
        : base(name)
    {
        _handler = handler;
        _cache = cache;
        _failed = failed;
        _queue = new NotificationQueue<T>(Deliver);
        _resync = resync ?? Timeout.InfiniteTimeSpan;
        _timer = resync == null ? null
            : time.CreateTimer(static state => ((Listener<T>)state!).AskForResync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override Task WhenSynced => _synced.Task;

    /// <summary>Lets the time of resyncs begin, once the listener has its place among the others.</summary>
    public void Start() => _timer?.Change(_resync, _resync);

    /// <summary>Tells the handler of a change, in its turn. Called under the cache's lock, which gives all changes their order.</summary>
    public void Tell(Notification<T> notification)
    {
        if (notification.Kind != NotificationKind.Unchanged || _timer != null)
        {
            Interlocked.Add(ref _backlog, notification.Calls);
            _queue.Add(notification);
        }
    }

    /// <summary>Tells the handler of all there was before it.</summary>
    public void TellAll(Trie<T, ObjectKey, ObjectKeys<T>> all)
    {
        Tell(new Notification<T>(NotificationKind.Snapshot, All: all));
        Tell(new Notification<T>(NotificationKind.Synced));
    }

    /// <summary>Tells the handler of all there is, unless the last time is still to come: of a slow one, no more than one waits.</summary>
    public void TellAgain(Trie<T, ObjectKey, ObjectKeys<T>> all)
    {
        if (!_awaitsResync)
        {
            _awaitsResync = true;
            Tell(new Notification<T>(NotificationKind.Resync, All: all));
        }
    }

    public override void Dispose()
    {
        _timer?.Dispose();
        _queue.Close();
        _synced.TrySetCanceled();
        _cache.Remove(this);
    }

    public override async ValueTask DisposeAsync()
    {
        Dispose();
        await _queue.Ended.ConfigureAwait(false);
    }

    internal override RegistrationReading Read() => new(Name, HasSynced, Interlocked.Read(ref _backlog), Interlocked.Read(ref _failures));

    private void AskForResync() => _cache.Resync(this);

    private void Deliver(Notification<T> told)
    {
        switch (told.Kind)
        {
            case NotificationKind.Synced:
                _synced.TrySetResult();
                break;
            case NotificationKind.Snapshot or NotificationKind.Resync:
                if (told.Kind == NotificationKind.Resync)
                {
                    _awaitsResync = false;
                }

                foreach (T item in told.All!)
                {
                    Call(told.Kind, item, item);
                }

                break;
            default:
                Call(told.Kind, told.Old, told.Item!);
                break;
        }
    }

    private void Call(NotificationKind kind, T? old, T item)
    {
        if (_queue.IsClosed)
        {
            return;
        }

        try
        {
            switch (kind)
            {
                case NotificationKind.Added or NotificationKind.Snapshot:
                    _handler.Added(item, isInInitialList: !HasSynced);
                    break;
                case NotificationKind.Deleted or NotificationKind.DeletedUnseen:
                    _handler.Deleted(item, isFinalStateUnknown: kind == NotificationKind.DeletedUnseen);
                    break;
                default:
                    _handler.Updated(old!, item);
                    break;
            }
        }
#pragma warning disable CA1031 // Whatever it throws, the next change is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Interlocked.Increment(ref _failures);
            _failed(Name, ObjectKeys<T>.KeyOf(item), failure);
        }

        Interlocked.Decrement(ref _backlog);
    }
}
