using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Watching;

/// <summary>Keeps a sink true to what an API server has: lists, then watches, and comes back from every fault.</summary>
/// <typeparam name="T">The objects.</typeparam>
/// <remarks>
/// One request at a time. The sink is called by one thread at a time: a list is shown to it whole or not at all, and what a
/// broken watch had told is not told again. See <see cref="Watcher"/> for what follows what.
/// </remarks>
public sealed class Reflector<T>
    where T : class, IKubernetesObject<T>
{
    private readonly IReflectorSink<T> _sink;
    private readonly ReflectorOptions<T> _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Random _random;
    private readonly ReflectorRequests<T> _requests;
    private readonly ReflectorMetrics _metrics;
    private readonly ListRun<T> _list;
    private readonly WatchRun<T> _watch;
    private ListedObjects<T> _listed = new();
    private long _listBegan;
    private int _runs;

    /// <summary>A reflector that does nothing yet.</summary>
    /// <param name="transport">Sends its requests.</param>
    /// <param name="sink">Takes what it learns.</param>
    /// <param name="options">What it reflects; <c>null</c> for everything of the resource.</param>
    /// <param name="time">Tells the time; <c>null</c> for the system's.</param>
    /// <param name="logger">Is told of faults; <c>null</c> for nobody.</param>
    /// <param name="random">Spreads delays; <c>null</c> for the system's. No other thread may use it.</param>
    public Reflector(
        IApiTransport transport,
        IReflectorSink<T> sink,
        ReflectorOptions<T>? options = null,
        TimeProvider? time = null,
        ILogger? logger = null,
        Random? random = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(sink);
        _sink = sink;
        _options = options ?? new ReflectorOptions<T>();
        ArgumentOutOfRangeException.ThrowIfNegative(_options.PageSize, nameof(options));
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        _random = random ?? Random.Shared;
        _requests = new ReflectorRequests<T>(_options);
        _metrics = new ReflectorMetrics(_options.Name);
        Reception<T> reception = new(_options, _logger, _metrics);
        _list = new ListRun<T>(transport, reception);
        _watch = new WatchRun<T>(transport, sink, reception, _time, _random);
    }

    /// <summary>Reflects until it is cancelled, which ends it in good order and closes its connection. It runs once.</summary>
    /// <exception cref="InvalidOperationException">It has run before.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _runs, 1) != 0)
        {
            throw new InvalidOperationException("a reflector runs once; make another one");
        }

        long start = _time.GetTimestamp();
        try
        {
            WatcherState state = WatcherState.First(_options.UsesWatchList);
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                WatchOutcome outcome = await PerformAsync(state.Action, cancellationToken);
                Note(state.Action, outcome);
                state = Watcher.Step(state, outcome, _time.GetElapsedTime(start), _random.NextDouble());
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The end that was asked for.
        }
    }

    private Task<WatchOutcome> PerformAsync(WatchAction action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case WatchAction.List list:
                return ListAsync(list, cancellationToken);
            case WatchAction.Show show:
                _listed.ShowTo(_sink, show.Version);
                _metrics.ListCame(_time.GetElapsedTime(_listBegan), _listed.Count, show.Version);
                _logger.Synced(_options.Name, show.Version);
                _listed = new ListedObjects<T>();
                return Task.FromResult<WatchOutcome>(new WatchOutcome.Done());
            case WatchAction.Wait wait:
                return WaitAsync(wait.Time, cancellationToken);
            default:
                _metrics.WatchBegins();
                return _watch.RunAsync(action, seconds => _requests.Watch(action, seconds), cancellationToken);
        }
    }

    private Task<WatchOutcome> ListAsync(WatchAction.List list, CancellationToken cancellationToken)
    {
        if (list.Continue.Length == 0)
        {
            _listed = new ListedObjects<T>();
            _listBegan = _time.GetTimestamp();
            _metrics.ListBegins();
        }

        return _list.RunAsync(_requests.List(list), _listed, cancellationToken);
    }

    private async Task<WatchOutcome> WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        _logger.Waits(_options.Name, time.TotalSeconds);
        await Task.Delay(time, _time, cancellationToken);
        return new WatchOutcome.Done();
    }

    private void Note(WatchAction action, WatchOutcome outcome)
    {
        if (outcome is WatchOutcome.Ended ended)
        {
            _metrics.WatchEnded(ended);
        }

        Setback? setback = outcome switch
        {
            WatchOutcome.Failed failed => failed.Why,
            WatchOutcome.Ended watch => watch.Why,
            _ => null,
        };
        if (setback is { } why)
        {
            _logger.SetBack(_options.Name, action is WatchAction.List ? "a list" : "a watch", why.Message);
        }
    }
}
