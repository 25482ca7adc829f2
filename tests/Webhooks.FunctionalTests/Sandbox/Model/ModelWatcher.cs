using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>A client that keeps a copy of what it looks at, as informers do, and holds each event against what had to come.</summary>
internal sealed class ModelWatcher(ModelServer server, ModelHistory history, ModelScope scope) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ApiResource _resource = server.Find(scope.Plural);
    private readonly SortedDictionary<string, ModelObject> _copy = new(StringComparer.Ordinal);
    private CancellationTokenSource _stop = new();
    private PipeReader? _events;
    private Task _run = Task.CompletedTask;
    private long _revision;
    private long _initial;
    private int _initialCount;

    /// <summary>What it looks at.</summary>
    public ModelScope Scope => scope;

    /// <summary>How often its place was forgotten.</summary>
    public int Expired { get; private set; }

    /// <summary>Starts anew in one of the ways that there are.</summary>
    public async Task Start(Random random)
    {
        await Stop();
        _copy.Clear();
        _initial = 0;
        switch (random.Next(3))
        {
            case 0:
                List(random.Next(6));
                Open($"watch=1&resourceVersion={_revision}&allowWatchBookmarks=true");
                break;
            case 1:
                ExpectAll();
                Open("watch=1&resourceVersion=0&allowWatchBookmarks=true");
                break;
            default:
                ExpectAll();
                Open("watch=1&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true" + (random.Next(2) == 0 ? "" : "&resourceVersion=0"));
                break;
        }
    }

    /// <summary>Breaks off, and goes on from where it was; before it has seen all there was, that is the start.</summary>
    public async Task Reconnect(Random random)
    {
        await Stop();
        if (_initial > 0)
        {
            await Start(random);
            return;
        }

        Open($"watch=1&resourceVersion={_revision}&allowWatchBookmarks=true");
    }

    /// <summary>Reads what is there, some of it or all.</summary>
    public async Task ReadSome(Random random)
    {
        for (int most = random.Next(1, 40); most > 0 && TryTake(out string? line); most--)
        {
            if (line == null || !Take(line))
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
        while (HasMore(now))
        {
            string? line = await Next();
            if (line == null || !Take(line))
            {
                await Start(random);
                now = history.Latest;
            }
        }

        AssertCopy(history.At(scope, now));
        (int code, Answer? list) = server.Call("list", _resource, scope.Namespace, "", $"resourceVersion={now}&resourceVersionMatch=Exact{scope.Query}");
        Assert.Equal(200, code);
        AssertCopy(Items((Answer.List)list!));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stop.Dispose();
    }

    /// <summary>Lists in pages of any size: together they are the list of one version.</summary>
    public void List(int limit)
    {
        _copy.Clear();
        string token = "";
        do
        {
            (int code, Answer? answer) = server.Call("list", _resource, scope.Namespace, "", $"limit={limit}&continue={Uri.EscapeDataString(token)}{scope.Query}");
            Assert.Equal(200, code);
            Answer.List page = (Answer.List)answer!;
            Assert.True(limit == 0 || page.Items.Count <= limit);
            Assert.True(token.Length == 0 || page.Revision == _revision, "a page is of another version");
            foreach ((string key, ModelObject item) in Items(page))
            {
                Assert.True(_copy.TryAdd(key, item), "an object is on two pages");
            }

            (token, _revision) = (page.Continue, page.Revision);
        }
        while (token.Length > 0);
        Assert.Equal(history.Latest, _revision);
        AssertCopy(history.At(scope, _revision));
    }

    private void Open(string query) => (_events, _run) = server.Watch(_resource, scope.Namespace, query + scope.Query, _stop.Token);

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

    /// <summary>Takes an event in.</summary>
    /// <returns>Whether the watch goes on.</returns>
    private bool Take(string line)
    {
        JsonValue told = JsonTree.Parse(line).Root;
        string type = told["type"u8].GetString();
        JsonValue obj = told["object"u8];
        if (type == "ERROR")
        {
            Assert.Equal("410", obj["code"u8].ToString());
            Expired++;
            return false;
        }

        if (type == "BOOKMARK")
        {
            long revision = long.Parse(obj["metadata"u8]["resourceVersion"u8].GetString(), CultureInfo.InvariantCulture);
            if (_initial > 0)
            {
                Assert.False(InitialLeft());
                EndInitial();
            }

            Assert.True(revision >= _revision, $"a bookmark goes back from {_revision} to {revision}");
            Assert.Null(history.Next(scope, _revision, revision));
            _revision = revision;
            return true;
        }

        ModelObject item = ModelObject.Read(scope.Plural, obj);
        if (_initial > 0 && InitialLeft())
        {
            Assert.Equal("ADDED", type);
            Assert.True(item.Revision <= _initial, "an object is newer than the start");
            Assert.True(_copy.TryAdd(item.Key, item), "an object comes twice");
            return true;
        }

        EndInitial();
        Assert.True(item.Revision > _revision, $"versions go back from {_revision} to {item.Revision}");
        (string expectedType, ModelObject expected) = history.Next(scope, _revision, item.Revision) ?? throw new Xunit.Sdk.XunitException($"nothing has happened at {item.Revision}");
        Assert.Equal((expectedType, expected), (type, item));
        _revision = item.Revision;
        _ = type == "DELETED" ? _copy.Remove(item.Key) : (_copy[item.Key] = item) != null;
        return true;
    }

    private bool HasMore(long now)
    {
        if (_initial > 0 && !InitialLeft())
        {
            EndInitial();
        }

        return _initial > 0 || history.Next(scope, _revision, now) != null;
    }

    private bool InitialLeft() => _copy.Count < _initialCount;

    private void ExpectAll()
    {
        _initial = _revision = history.Latest;
        _initialCount = history.At(scope, _initial).Count;
    }

    private void EndInitial()
    {
        if (_initial > 0)
        {
            AssertCopy(history.At(scope, _initial));
            _initial = 0;
        }
    }

    private void AssertCopy(SortedDictionary<string, ModelObject> expected) => Assert.Equal(expected.Values, _copy.Values);

    private SortedDictionary<string, ModelObject> Items(Answer.List list)
    {
        SortedDictionary<string, ModelObject> items = new(StringComparer.Ordinal);
        foreach (ReadOnlyMemory<byte> json in list.Items)
        {
            ModelObject item = ModelObject.Read(scope.Plural, JsonTree.Parse(json, JsonPolicy.Server).Root);
            items.Add(item.Key, item);
        }

        return items;
    }

    private bool TryTake(out string? line)
    {
        line = null;
        return _events!.TryRead(out ReadResult result) && (Cut(result, out line) || result.IsCompleted);
    }

    private async Task<string?> Next()
    {
        using CancellationTokenSource patience = new(Patience);
        while (true)
        {
            ReadResult result = await _events!.ReadAsync(patience.Token);
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
