using System.Globalization;
using System.Text;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Tests.Client.Watching;

/// <summary>What an API server does, as a model: objects, their past, pages, watches; and all that goes wrong, at random.</summary>
internal sealed class HistoryServer(Random random)
{
    private const int Keys = 6;

    private readonly List<HistoryChange> _changes = [];
    private readonly Dictionary<long, Dictionary<string, HistoryChange>> _past = [];
    private Dictionary<string, HistoryChange> _items = [];
    private long _version = 100;
    private long _compacted = 100;
    private long _sent;
    private ScriptedStream? _stream;

    /// <summary>How likely it is that a request, or a piece of a watch, goes wrong.</summary>
    public double FaultRate { get; set; }

    /// <summary>What is there now.</summary>
    public IReadOnlyDictionary<string, HistoryChange> Items => _items;

    /// <summary>Whether a watch runs and has told everything.</summary>
    public bool IsQuiet => _stream is { IsDisposed: false } && _sent == _version;

    /// <summary>What was there at a version.</summary>
    public IReadOnlyDictionary<string, HistoryChange> At(string version) => _past[long.Parse(version, CultureInfo.InvariantCulture)];

    /// <summary>Somebody writes.</summary>
    public void Change()
    {
        string name = $"k{random.Next(Keys)}";
        HistoryChange? before = _items.GetValueOrDefault(name);
        bool isGone = before != null && random.Next(3) == 0;
        HistoryChange change = new(
            ++_version, before == null ? "ADDED" : isGone ? "DELETED" : "MODIFIED", name, isGone ? before!.IsPoison : random.Next(8) == 0);
        _changes.Add(change);
        _items = new(_items);
        _items.Remove(name);
        if (!isGone)
        {
            _items[name] = change;
        }

        Remember();
    }

    /// <summary>The past is forgotten.</summary>
    public void Compact() => _compacted = _version;

    /// <summary>The store is as it was at some time, the counter too; all connections end.</summary>
    public void Restore()
    {
        Remember();
        long[] versions = [.. _past.Keys];
        _version = _compacted = versions[random.Next(versions.Length)];
        _items = _past[_version];
        _changes.RemoveAll(change => change.Version > _version);
        Array.ForEach([.. versions.Where(version => version > _version)], version => _past.Remove(version));
        End(inOrder: true);
    }

    /// <summary>The watch is told what has happened since, if one runs.</summary>
    public void Flush()
    {
        foreach (HistoryChange change in _changes.Where(change => change.Version > _sent).ToList())
        {
            if (_stream is not { IsDisposed: false } || !Send(change.Line))
            {
                return;
            }

            _sent = change.Version;
        }
    }

    /// <summary>The watch is told something else, if one runs.</summary>
    public void Tell(string line)
    {
        if (_stream is { IsDisposed: false })
        {
            Send(line);
        }
    }

    /// <summary>The watch is told that it has heard everything, if that is so.</summary>
    public void Bookmark()
    {
        if (IsQuiet)
        {
            Send(WatchTexts.Line($"BOOKMARK {_version}"));
        }
    }

    /// <summary>The watch ends, or breaks.</summary>
    public void End(bool inOrder)
    {
        (ScriptedStream? stream, _stream) = (_stream, null);
        if (inOrder)
        {
            stream?.End();
        }
        else
        {
            stream?.Break();
        }
    }

    /// <summary>Answers a request.</summary>
    public void Play(ScriptedExchange asked)
    {
        Remember();
        long version = long.TryParse(asked["resourceVersion"], CultureInfo.InvariantCulture, out long number) ? number : 0;
        bool isList = asked.Request.Verb == "list";
        if (random.NextDouble() < FaultRate)
        {
            asked.Fail(HistoryFaults.Any(random, asked));
        }
        else if (version > _version && (isList || random.Next(2) == 0))
        {
            asked.Fail(new KubernetesApiException(HistoryFaults.TooLarge));
        }
        else if (isList)
        {
            List(asked);
        }
        else if (asked["sendInitialEvents"] == "true")
        {
            WatchList(asked);
        }
        else
        {
            Watch(asked, version);
        }
    }

    private void List(ScriptedExchange asked)
    {
        string[] next = asked["continue"].Split('-');
        long version = next.Length == 2 ? long.Parse(next[0], CultureInfo.InvariantCulture) : _version;
        int from = next.Length == 2 ? int.Parse(next[1], CultureInfo.InvariantCulture) : 0;
        if (version < _compacted || !_past.TryGetValue(version, out Dictionary<string, HistoryChange>? items))
        {
            asked.Fail(new KubernetesApiException(Status.Expired("too old")));
            return;
        }

        int limit = asked["limit"].Length == 0 ? int.MaxValue : int.Parse(asked["limit"], CultureInfo.InvariantCulture);
        string[] page = [.. items.Values.OrderBy(item => item.Name, StringComparer.Ordinal).Skip(from).Take(limit).Select(item => item.Json)];
        string json = WatchTexts.Page($"{version}", from + page.Length < items.Count ? $"{version}-{from + page.Length}" : "", page);
        asked.Answer(random.NextDouble() < FaultRate ? json[..random.Next(json.Length)] : json);
        if (random.Next(3) == 0)
        {
            Change();
        }
    }

    private void WatchList(ScriptedExchange asked)
    {
        _stream = asked.Open();
        HistoryChange[] items = [.. _items.Values];
        random.Shuffle(items);
        if (items.All(item => Send(WatchTexts.Event("ADDED", item.Json))))
        {
            Send(WatchTexts.Line($"END {_version}"));
            _sent = _version;
        }
    }

    private void Watch(ScriptedExchange asked, long version)
    {
        if (version < _compacted && random.Next(2) == 0)
        {
            asked.Fail(new KubernetesApiException(Status.Expired("too old")));
            return;
        }

        _stream = asked.Open();
        _sent = version;
        if (version < _compacted)
        {
            Send(HistoryFaults.Expired(random));
        }
        else if (version > _version)
        {
            End(inOrder: true);
        }
        else
        {
            Flush();
        }
    }

    /// <summary>Sends a line in pieces.</summary>
    /// <returns>False when it broke at any byte of it.</returns>
    private bool Send(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line);
        if (random.NextDouble() < FaultRate / 4)
        {
            _stream!.Push(bytes[..random.Next(bytes.Length)]);
            End(random.Next(2) == 0);
            return false;
        }

        int cut = random.Next(bytes.Length);
        _stream!.Push(bytes[..cut]);
        _stream.Push(bytes[cut..]);
        return true;
    }

    private void Remember() => _past[_version] = _items;
}
