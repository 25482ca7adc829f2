namespace Webhooks.Tests.Client.Leases;

/// <summary>One Lease, its candidates, and what goes wrong between them: a run that a seed decides, on one thread, in its own time.</summary>
internal sealed class SimulatedWorld
{
    private readonly PriorityQueue<(SimulatedProcess? Process, Action Action), (long At, int Order, long Number)> _events = new();
    private readonly List<string> _log = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private long _number;

    /// <param name="seed">Decides everything.</param>
    /// <param name="rates">The slowest and the fastest that a clock may go.</param>
    public SimulatedWorld(int seed, (double Slowest, double Fastest) rates)
    {
        Random = new Random(seed);
        Nodes = [.. Enumerable.Range(0, Random.Next(2, 6)).Select(number => new SimulatedNode(this, number, rates))];
    }

    public Random Random { get; }

    /// <summary>The time that it really is, in ticks of 100 ns; no candidate knows it.</summary>
    public long Now { get; private set; }

    public LeaseServer Server { get; } = new();

    public IReadOnlyList<SimulatedNode> Nodes { get; }

    /// <summary>Whether things go wrong, still.</summary>
    public bool IsTroubled { get; set; } = true;

    /// <summary>The first thing that must not be; <c>null</c>: nothing.</summary>
    public string? Problem { get; private set; }

    public int Terms { get; set; }

    /// <summary>Terms that ended although nobody stopped their process.</summary>
    public int Lost { get; set; }

    public int Refused { get; set; }

    /// <summary>What happened, for people, and to compare two runs by.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Does something later.</summary>
    /// <param name="delay">In ticks.</param>
    /// <param name="process">Whose doing it is: it waits while that is held up, and falls away with it.</param>
    /// <param name="action">What is done.</param>
    public void Schedule(long delay, SimulatedProcess? process, Action action) =>
        _events.Enqueue((process, action), (Now + Math.Max(delay, 0), Random.Next(), _number++));

    /// <summary>Lets time pass, and looks at who leads after each event.</summary>
    public void Run(TimeSpan time, Func<bool>? until = null)
    {
        long end = Now + time.Ticks;
        while (Problem == null && until?.Invoke() != true && _events.TryPeek(out _, out var when) && when.At <= end)
        {
            (SimulatedProcess? process, Action action) = _events.Dequeue();
            Now = when.At;
            if (process is { IsDead: true })
            {
                continue;
            }

            if (process?.Node.HeldUntil > Now)
            {
                Schedule(process.Node.HeldUntil - Now, process, action);
                continue;
            }

            action();
            Look();
        }

        Now = until?.Invoke() == true ? Now : end;
    }

    public void Note(string what) => _log.Add($"{TimeSpan.FromTicks(Now).TotalSeconds:0.000} {what}");

    public void Fail(string problem)
    {
        Problem ??= problem;
        Note(problem);
    }

    /// <summary>All runs on one thread, or no run would be like another.</summary>
    public void AssertThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            Fail("something went on on another thread");
        }
    }

    private void Look()
    {
        AssertThread();
        SimulatedNode[] awake = [.. Nodes.Where(node => node.HeldUntil < Now && node.Process is { IsDead: false })];
        SimulatedNode[] leaders = [.. awake.Where(node => node.Process!.IsLeader)];
        if (leaders.Length > 1)
        {
            Fail($"{string.Join(" and ", leaders.Select(node => node.Process!.Identity))} lead");
        }

        if (awake.Count(node => node.Process!.IsToldToWork) > 1)
        {
            Fail("the work of two is not told to stop");
        }

        foreach (SimulatedProcess process in awake.Select(node => node.Process!).Where(process => process.Run.IsFaulted || process.Run.IsCanceled))
        {
            process.Ended();
        }
    }
}
