using Webhooks.Client.Queues;
using Webhooks.Shared;

namespace Webhooks.Tests.Client.Queues;

/// <summary>One history of a queue and its model, drawn step by step.</summary>
internal sealed class QueueHistory(int seed) : IDisposable
{
    // More would wait for the bucket, which the model does not have.
    private const int MostFailures = 100;

    private readonly Random _random = new(seed);

    // Few of them meet in every state, many of them in every order.
    private readonly int _keys = 2 + (seed % 24);
    private readonly ManualTime _time = new();
    private readonly QueueModel _model = new();
    private readonly Dictionary<int, (Pull<int> Pull, CancellationTokenSource Cancel)> _waiting = [];
    private readonly List<string> _steps = [];
    private WorkQueue<int>? _queue;
    private Task? _drained;
    private int _gets;
    private int _failed;

    private WorkQueue<int> Queue => _queue ??= new WorkQueue<int>("model", _time);

    /// <summary>How many keys were handed out.</summary>
    public int Handed { get; private set; }

    /// <summary>Takes steps.</summary>
    /// <returns>Where queue and model differ; <c>null</c>: nowhere.</returns>
    public string? Play(int steps)
    {
        int shutDown = _random.Next(steps / 2, 2 * steps);
        for (int step = 0; step < steps; step++)
        {
            _steps.Add(step >= shutDown && _random.Next(4) == 0 ? ShutDown() : Step());
            if (Difference() is { } found)
            {
                return $"{found} after:\n{string.Join('\n', _steps)}";
            }
        }

        return null;
    }

    public void Dispose()
    {
        _queue?.Dispose();
        foreach ((_, CancellationTokenSource cancel) in _waiting.Values)
        {
            cancel.Dispose();
        }
    }

    private string Step()
    {
        int key = _random.Next(_keys);
        int priority = _random.Next(4) == 0 ? _random.Next(-2, 3) : 0;
        int time = _random.Next(5) == 0 ? 1000 * _random.Next(1200) : _random.Next(30);
        switch (_random.Next(14))
        {
            case < 3:
                Queue.Add(key, priority);
                _model.Add(key, priority);
                return $"add {key} with {priority}";
            case < 6:
                Queue.AddAfter(key, TimeSpan.FromMilliseconds(time), priority);
                _model.AddAfter(key, time, priority);
                return $"add {key} after {time} with {priority}";
            case 6 when _failed < MostFailures:
                _failed++;
                Queue.AddRateLimited(key);
                _model.AddRateLimited(key);
                return $"add {key} rate limited";
            case < 8:
                _time.Advance(TimeSpan.FromMilliseconds(time));
                _model.Advance(time);
                return $"advance {time}";
            case < 11 when _model.Processing.Count > 0:
                int done = _model.Processing[_random.Next(_model.Processing.Count)];
                Queue.Done(done);
                _model.Done(done);
                return $"done {done}";
            case 11 when _waiting.Count > 0:
                int number = _waiting.Keys.ElementAt(_random.Next(_waiting.Count));
                _waiting[number].Cancel.Cancel();
                _model.Cancel(number);
                return $"cancel {number}";
            case 12:
                Queue.Forget(key);
                _model.Forget(key);
                return $"forget {key}";
            default:
                CancellationTokenSource cancel = new();
                _waiting.Add(++_gets, (Queue.Pull(cancel.Token), cancel));
                _model.Get(_gets);
                return $"get {_gets}";
        }
    }

    private string ShutDown()
    {
        bool drains = _random.Next(2) == 0;
        if (drains)
        {
            _drained = Queue.ShutDownWithDrainAsync();
        }
        else
        {
            Queue.ShutDown();
        }

        _model.ShutDown(drains);
        return drains ? "drain" : "shut down";
    }

    private string? Difference()
    {
        foreach ((int number, (Pull<int> pull, CancellationTokenSource cancel)) in _waiting.ToList())
        {
            QueueModelAnswer? expected = _model.Answers.TryGetValue(number, out QueueModelAnswer answer) ? answer : null;
            QueueModelAnswer? actual = !pull.IsCompleted ? null
                : !pull.TryNext(out NextKey<int> next) ? QueueModelAnswer.Cancelled
                : new QueueModelAnswer(next.TryGet(out int key) ? key : null);
            if (actual != expected)
            {
                return $"get {number} was answered {actual}, and not {expected},";
            }

            if (actual != null)
            {
                Handed += actual.Value.Key == null ? 0 : 1;
                _waiting.Remove(number);
                cancel.Dispose();
            }
        }

        return Queue.Len != _model.Len ? $"Len is {Queue.Len}, and not {_model.Len},"
            : _drained?.IsCompleted != _model.IsDrained ? $"the drain's end is {_drained?.IsCompleted}, and not {_model.IsDrained},"
            : Enumerable.Range(0, _keys).Any(key => Queue.NumRequeues(key) != _model.NumRequeues(key)) ? "failures are counted otherwise"
            : null;
    }
}
