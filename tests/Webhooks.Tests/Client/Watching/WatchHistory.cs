using Webhooks.Client.Objects;
using Webhooks.Client.Watching;

namespace Webhooks.Tests.Client.Watching;

/// <summary>One history of a server and a reflector, drawn step by step.</summary>
internal sealed class WatchHistory : IDisposable
{
    private readonly Random _random;
    private readonly HistoryServer _server;
    private readonly ReflectorScript _script;
    private readonly List<string> _steps = [];
    private string? _problem;

    public WatchHistory(int seed)
    {
        _random = new Random(seed);
        _server = new HistoryServer(_random) { FaultRate = _random.Next(4) * 0.1 };
        _script = new ReflectorScript(new ReflectorOptions<ConfigMap> { PageSize = _random.Next(4) }, usesWatchList: _random.Next(2) == 0, seed);
        _script.Server.Player = _server.Play;
        _script.Sink.Replaced = Compare;
    }

    /// <summary>How many requests there were.</summary>
    public int Requests => _script.Server.Requests.Count;

    /// <summary>How often a list was shown.</summary>
    public int Lists => _script.Sink.Calls.Count(call => call[0] == '=');

    /// <summary>How many events were applied.</summary>
    public int Events => _script.Sink.Calls.Count - Lists;

    /// <summary>Takes steps, then lets everything come right.</summary>
    /// <returns>Where the sink and the server differ; <c>null</c>: nowhere.</returns>
    public string? Play(int steps)
    {
        _script.Start();
        for (int step = 0; step < steps; step++)
        {
            InlineThread.Run(() => _steps.Add(Step()));
            if ((_problem ?? Difference()) is { } found)
            {
                return Told(found);
            }
        }

        return Heal() is { } left ? Told(left) : null;
    }

    public void Dispose() => _script.Dispose();

    private string Step()
    {
        switch (_random.Next(14))
        {
            case < 6:
                _server.Change();
                if (_random.Next(4) > 0)
                {
                    _server.Flush();
                }

                return "change";
            case 6:
                _server.End(inOrder: true);
                return "end";
            case 7:
                _server.End(inOrder: false);
                return "break";
            case 8:
                _server.Compact();
                return "compact";
            case 9:
                _server.Flush();
                _server.Bookmark();
                return "bookmark";
            case 10:
                _server.Tell(HistoryFaults.Line(_random));
                return "tell";
            case 11 when _random.Next(3) == 0:
                // Until the next sync: who writes before that makes versions that mean something else than before.
                _server.Restore();
                return Heal() is { } problem ? _problem = problem : "restore";
            case < 13:
                _script.Time.Advance(TimeSpan.FromSeconds(5 * _random.NextDouble()));
                return "wait";
            default:
                _script.Time.Advance(TimeSpan.FromSeconds(_random.Next(700)));
                return "wait long";
        }
    }

    /// <summary>Nothing goes wrong any more: in the time of two waits, all is as it should be.</summary>
    private string? Heal()
    {
        double faults = _server.FaultRate;
        _server.FaultRate = 0;
        InlineThread.Run(_server.Flush);
        for (int seconds = 0; seconds < 200 && !_server.IsQuiet; seconds++)
        {
            _script.Advance(1);
            InlineThread.Run(_server.Flush);
        }

        _server.FaultRate = faults;
        return _server.IsQuiet ? Difference() : "nothing is watched";
    }

    private void Compare(IReadOnlyList<ConfigMap> items, IReadOnlyList<ObjectKey> undecodable, string version)
    {
        IReadOnlyDictionary<string, HistoryChange> there = _server.At(version);
        string[] expected = [.. there.Values.Select(item => item.IsPoison ? $"?{item.Name}" : item.Text).Order(StringComparer.Ordinal)];
        string[] shown = [.. items.Select(RecordingSink.Text).Concat(undecodable.Select(key => $"?{key.Name}")).Order(StringComparer.Ordinal)];
        if (!expected.SequenceEqual(shown))
        {
            _problem ??= $"at {version} there was {string.Join(' ', expected)}, and shown is {string.Join(' ', shown)},";
        }
    }

    private string? Difference()
    {
        if (!_server.IsQuiet)
        {
            return null;
        }

        foreach ((string name, HistoryChange item) in _server.Items)
        {
            if (!item.IsPoison && _script.Sink.Items.GetValueOrDefault(name)?.Metadata.ResourceVersion != $"{item.Version}")
            {
                return $"{item.Text} is there, and shown is {_script.Sink.Shown}";
            }
        }

        return _script.Sink.Items.Keys.FirstOrDefault(name => !_server.Items.ContainsKey(name)) is { } gone ? $"{gone} is gone, and shown is {_script.Sink.Shown}" : null;
    }

    private string Told(string found) =>
        $"{found} after {string.Join(", ", _steps)}\nasked: {string.Join(", ", _script.Asked)}\ntold: {string.Join(", ", _script.Sink.Calls)}";
}
