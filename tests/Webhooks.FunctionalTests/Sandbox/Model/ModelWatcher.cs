using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>A client that keeps a copy of what it looks at; each of its steps is one of the run.</summary>
internal sealed class ModelWatcher(ModelServer server, ModelHistory history, ModelWriter writer, ModelScope scope, ModelTally tally) : IAsyncDisposable
{
    // How far back lists are had as of earlier versions.
    private const int MostBefore = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ApiResource _resource = server.Find(scope.Plural);
    private readonly ModelCopy _copy = new(history, scope, tally);
    private CancellationTokenSource _stop = new();
    private PipeReader? _events;
    private Task _run = Task.CompletedTask;

    /// <summary>What it looks at.</summary>
    public ModelScope Scope => scope;

    /// <summary>Starts anew in one of the ways that there are.</summary>
    public async Task Start(Random random)
    {
        await Stop();
        switch (random.Next(6))
        {
            case < 3:
                (SortedDictionary<string, ModelObject> items, long revision) = await Paging(random).List(random);
                _copy.Set(items, revision);
                GoOn();
                break;
            case 3:
                Begin("watch=1&resourceVersion=0&allowWatchBookmarks=true");
                break;
            case 4:
                Begin("watch=1");
                break;
            default:
                Begin("watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true" + (random.Next(2) == 0 ? "" : "&resourceVersion=0"));
                break;
        }
    }

    /// <summary>Breaks off, and goes on from where it was; before it has seen all there was, that is the start.</summary>
    public async Task Reconnect(Random random)
    {
        if (_copy.IsBeginning)
        {
            await Start(random);
            return;
        }

        await Stop();
        tally.Add(ModelFact.Resume);
        GoOn();
    }

    /// <summary>Reads what is there, some of it or all.</summary>
    public async Task ReadSome(Random random)
    {
        for (int most = random.Next(1, 40); most > 0 && TryTake(out string? line); most--)
        {
            if (line == null || !_copy.Take(line))
            {
                await Start(random);
                return;
            }
        }
    }

    /// <summary>Reads all that had to come by now, and compares its copy with the list of the same version.</summary>
    public async Task Check(Random random)
    {
        long now = history.Latest;
        while (_copy.HasMore(now))
        {
            string? line = await Next();
            if (line == null || !_copy.Take(line))
            {
                await Start(random);
                now = history.Latest;
            }
        }

        _copy.AssertSame(history.At(scope, now));
        if (await Paging(random).Exact(now) is { } list)
        {
            _copy.AssertSame(list);
        }

        await Paging(random).Exact(Math.Max(1, now - random.Next(MostBefore)));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stop.Dispose();
    }

    private void Begin(string query)
    {
        _copy.Begin(isNow: true);
        Open(query);
    }

    private void GoOn()
    {
        _copy.Continue();
        Open($"watch=1&resourceVersion={_copy.Revision}&allowWatchBookmarks=true");
    }

    private void Open(string query) => (_events, _run) = server.Watch(_resource, scope.Namespace, query + scope.Query, _stop.Token);

    private ModelPaging Paging(Random random) => new(history, scope, tally, query => Task.FromResult(server.List(_resource, scope, query)), () =>
    {
        if (random.Next(8) == 0)
        {
            history.Compact(server.Cluster.Store.Compact);
        }

        for (int writes = random.Next(4); writes > 0; writes--)
        {
            writer.Write(random);
        }

        return Task.CompletedTask;
    });

    private async Task Stop()
    {
        await _stop.CancelAsync();
        if (_events != null)
        {
            await _events.CompleteAsync();
        }

        await _run;
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    private bool TryTake(out string? line)
    {
        line = null;
        return _events!.TryRead(out ReadResult result) && (Cut(result, out line) || result.IsCompleted);
    }

    private async Task<string?> Next()
    {
        while (true)
        {
            ReadResult result = await _events!.ReadAsync().AsTask().WaitAsync(Patience);
            if (Cut(result, out string? line) || result.IsCompleted)
            {
                return line;
            }
        }
    }

    private bool Cut(ReadResult result, out string? line)
    {
        if (result.Buffer.PositionOf((byte)'\n') is not { } end)
        {
            _events!.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            line = null;
            return false;
        }

        line = Encoding.UTF8.GetString(result.Buffer.Slice(0, end));
        _events!.AdvanceTo(result.Buffer.GetPosition(1, end));
        return true;
    }
}
