using System.Collections.Concurrent;
using System.Globalization;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Shared.Caching;

namespace Webhooks.Tests.Client.Caching;

/// <summary>One history of an informer, drawn step by step: what a server does, what of it the informer is told, and who comes and goes.</summary>
internal sealed class InformerHistory : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Random _random;
    private readonly bool _goesBack;
    private readonly InformerModel _model;
    private readonly DrivenInformer _driven = new();
    private readonly List<(FoldingHandler Handler, HandlerRegistration Registration)> _handlers = [];
    private readonly List<FoldingHandler> _gone = [];
    private readonly List<string> _steps = [];
    private bool _isConnected;

    public InformerHistory(int seed)
    {
        _random = new Random(seed);
        _goesBack = seed % 4 == 0;
        _model = new InformerModel(_random, 1 + (seed % 12));
    }

    public ConcurrentQueue<string> Problems { get; } = [];

    /// <summary>How many calls handlers have had.</summary>
    public int Heard => _gone.Concat(_handlers.Select(entry => entry.Handler)).Sum(handler => handler.Heard);

    /// <summary>Takes steps, and then waits until all is told.</summary>
    /// <returns>What is wrong; <c>null</c>: nothing.</returns>
    public async Task<string?> PlayAsync(int steps)
    {
        for (int step = 0; step < steps && Problems.IsEmpty; step++)
        {
            _steps.Add(Step());
            Compare();
        }

        _steps.Add(_isConnected ? "end" : Relist());
        _driven.Sink.Set(Maps.Map(FoldingHandler.Last, _model.Version + 1));
        _model.Cache.Add(Maps.Key(FoldingHandler.Last), Maps.Map(FoldingHandler.Last, _model.Version + 1));
        foreach ((FoldingHandler handler, HandlerRegistration registration) in _handlers)
        {
            await handler.HeardLast.WaitAsync(Minute);
            await registration.WhenSynced.WaitAsync(Minute);
            await registration.DisposeAsync();
            Expect(handler.Copy, "a handler");
        }

        Compare();
        return Problems.IsEmpty ? null : $"{string.Join('\n', Problems)}\nafter:\n{string.Join('\n', _steps)}";
    }

    public ValueTask DisposeAsync() => _driven.DisposeAsync();

    private string Step()
    {
        switch (_random.Next(20))
        {
            case 0 when _isConnected:
                _isConnected = false;
                return "lose the watch";
            case < 3:
                return Relist();
            case 3:
                _model.Keep();
                return "keep";
            case 4 when _goesBack:
                _model.Restore();
                return $"set back and {Relist()}";
            case 5 when _model.Cache.Count > 0 && _isConnected:
                return TellAgain(_model.Cache.Values.ElementAt(_random.Next(_model.Cache.Count)), older: _random.Next(2));
            case 6:
                bool resyncs = _random.Next(2) == 0;
                FoldingHandler handler = new($"h{_handlers.Count + _gone.Count}", _driven.Lister, resyncs, _goesBack, Problems);
                _handlers.Add((handler, _driven.Informer.AddHandler(handler, resyncs ? Minute : null)));
                return "a handler comes";
            case 7 when _handlers.Count > 1:
                int leaving = _random.Next(_handlers.Count);
                _handlers[leaving].Registration.Dispose();
                _gone.Add(_handlers[leaving].Handler);
                _handlers.RemoveAt(leaving);
                return "a handler goes";
            case 8:
                _driven.Time.Advance(Minute / 2);
                return "half a minute";
            default:
                return Change();
        }
    }

    // What is known from before the server was set back is not older, though its version is less.
    private string TellAgain(ConfigMap known, int older)
    {
        long version = long.Parse(known.Metadata.ResourceVersion, CultureInfo.InvariantCulture);
        if (version > _model.Version)
        {
            return "nothing";
        }

        _driven.Sink.Set(Maps.Map(known.Metadata.Name, version - older, string.Join(' ', Maps.Colors(known)), known.Metadata.Uid));
        return $"tell {known.Text()} again, {older} older";
    }

    private string Change()
    {
        (ConfigMap map, bool isThere) = _model.Change();
        if (!_isConnected)
        {
            return $"untold: {map.Text()} is {isThere}";
        }

        if (isThere)
        {
            _driven.Sink.Set(map);
            _model.Cache[ObjectKey.Of(map)] = map;
        }
        else
        {
            _driven.Sink.Remove(map);
            _model.Cache.Remove(ObjectKey.Of(map));
        }

        return $"{map.Text()} is {isThere}";
    }

    private string Relist()
    {
        (IReadOnlyList<ConfigMap> items, IReadOnlyList<ObjectKey> undecodable) = _model.List();
        _driven.Sink.Replace(items, undecodable, $"{_model.Version}");
        _isConnected = true;
        return $"list {string.Join(' ', items.Texts())} and not {string.Join(' ', undecodable)}";
    }

    private void Compare()
    {
        Expect(_driven.Lister.List().Texts(), "the cache");
        foreach (string color in (string[])["red", "blue"])
        {
            IEnumerable<string> expected = _model.Cache.Values.Where(map => Maps.Colors(map).Contains(color)).Texts();
            if (!expected.SequenceEqual(_driven.Lister.ByIndex(Maps.ByColor, color).Texts()))
            {
                Problems.Enqueue($"the index {color} is not {string.Join(' ', expected)}");
            }
        }
    }

    private void Expect(IEnumerable<string> texts, string who)
    {
        if (!texts.SequenceEqual(_model.Cache.Values.Texts()))
        {
            Problems.Enqueue($"{who} has {string.Join(' ', texts)}, and not {string.Join(' ', _model.Cache.Values.Texts())}");
        }
    }
}
