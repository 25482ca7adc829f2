using System.Collections.Concurrent;
using Webhooks.Client.Queues;
using Webhooks.Shared;

namespace Webhooks.Tests.Client.Queues;

/// <summary>Threads at one queue, and what they find wrong with it.</summary>
internal sealed class QueueCrowd : IDisposable
{
    private const int Keys = 200;
    private const int MostGets = 3;

    private readonly ManualTime _time = new();
    private readonly WorkQueue<int> _queue;

    // By key: how many additions were begun, how many of them a get has come after, and how many workers have it.
    private readonly int[] _added = new int[Keys];
    private readonly int[] _seen = new int[Keys];
    private readonly int[] _workers = new int[Keys];
    private int _cancelled;
    private int _late;
    private int _handed;

    public QueueCrowd() => _queue = new WorkQueue<int>("soak", _time);

    public ConcurrentBag<string> Problems { get; } = [];

    public int Handed => _handed;

    public int Cancelled => _cancelled;

    /// <summary>Takes steps on the caller's thread; at the end it leaves nothing open.</summary>
    public void Run(int seed, int steps)
    {
        Random random = new(seed);
        List<(Pull<int> Get, CancellationTokenSource Cancel)> gets = [];
        Stack<int> held = new();
        for (int step = 0; step < steps; step++)
        {
            int key = random.Next(Keys);
            switch (random.Next(16))
            {
                case < 3:
                    Interlocked.Increment(ref _added[key]);
                    _queue.Add(key, random.Next(8) - 6);
                    break;
                case 3:
                    Interlocked.Increment(ref _added[key]);
                    _queue.AddAfter(key, TimeSpan.FromMilliseconds(random.Next(20)));
                    break;
                case 4:
                    Interlocked.Increment(ref _added[key]);
                    _queue.AddRateLimited(key);
                    break;
                case 5:
                    _time.Advance(TimeSpan.FromMilliseconds(random.Next(8)));
                    break;
                case 6 when gets.Count > 0:
                    gets[random.Next(gets.Count)].Cancel.Cancel();
                    break;
                case < 11 when gets.Count < MostGets:
                    CancellationTokenSource cancel = new();
                    gets.Add((_queue.Pull(cancel.Token), cancel));
                    break;
                case < 16 when held.TryPop(out int done):
                    Done(done);
                    break;
                default:
                    _queue.Forget(key);
                    break;
            }

            Collect(gets, held);
            if (random.Next(16) == 0)
            {
                Thread.Yield();
            }
        }

        gets.ForEach(get => get.Cancel.Cancel());

        // A get that its cancellation missed has a key, or is about to be given one by another thread.
        SpinWait.SpinUntil(() => gets.TrueForAll(get => get.Get.IsCompleted));
        Collect(gets, held);
        while (held.TryPop(out int left))
        {
            Done(left);
        }
    }

    /// <summary>Lets all delays pass, works off what is left, and looks whether any addition went without a get.</summary>
    public void End()
    {
        _time.Advance(TimeSpan.FromDays(1));
        Task drained = _queue.ShutDownWithDrainAsync();
        while (_queue.Pull().Next().TryGet(out int key))
        {
            Take(key);
            Done(key);
        }

        Require(drained.IsCompletedSuccessfully, "the queue is empty, and not drained");
        Require(_queue.Len == 0, $"Len is {_queue.Len} at the end");
        IWorkQueueReadings readings = _queue;
        Require(readings.Adds == _handed, $"{readings.Adds} keys became ready, and {_handed} were handed out");
        Require(readings.Unfinished == TimeSpan.Zero && readings.LongestRunning == TimeSpan.Zero, "work is unfinished at the end");
        for (int key = 0; key < Keys; key++)
        {
            Require(_seen[key] == _added[key], $"key {key} was added {_added[key]} times, and the last get came after {_seen[key]} of them");
        }
    }

    public void Dispose() => _queue.Dispose();

    public override string ToString() => $"{_added.Sum()} additions, {_handed} keys handed out, {_cancelled} gets cancelled and {_late} too late";

    private void Collect(List<(Pull<int> Get, CancellationTokenSource Cancel)> gets, Stack<int> held)
    {
        for (int index = gets.Count - 1; index >= 0; index--)
        {
            (Pull<int> get, CancellationTokenSource cancel) = gets[index];
            if (get.IsCompleted)
            {
                gets.RemoveAt(index);
                bool isLate = cancel.IsCancellationRequested;
                cancel.Dispose();
                if (!get.TryNext(out NextKey<int> next))
                {
                    Interlocked.Increment(ref _cancelled);
                }
                else if (next.TryGet(out int key))
                {
                    Interlocked.Add(ref _late, isLate ? 1 : 0);
                    Take(key);
                    held.Push(key);
                }
                else
                {
                    Problems.Add("a get was told of a shutdown that was not");
                }
            }
        }
    }

    // No other thread has the key: its entries are this one's until it is done.
    private void Take(int key)
    {
        Interlocked.Increment(ref _handed);
        Require(Interlocked.Increment(ref _workers[key]) == 1, $"two workers have key {key}");
        _seen[key] = Volatile.Read(ref _added[key]);
    }

    private void Done(int key)
    {
        Interlocked.Decrement(ref _workers[key]);
        _queue.Done(key);
    }

    private void Require(bool isMet, string problem)
    {
        if (!isMet)
        {
            Problems.Add(problem);
        }
    }
}
