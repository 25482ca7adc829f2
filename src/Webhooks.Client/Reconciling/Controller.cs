using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;
using Webhooks.Client.Queues;

namespace Webhooks.Client.Reconciling;

/// <summary>Calls a reconciler for each key whose objects change, again after failures, and for one key never twice at once.</summary>
/// <remarks>
/// <para>
/// A term is a call of <see cref="RunAsync"/>. It begins with all keys that the sources know, and with the first reconcile when
/// all of them have synced, so that the reconciler reads no half a cache. A later term, of a leader that is one again, begins
/// like the first and asks an API server for nothing: the sources outlive the terms.
/// </para>
/// <para>
/// A reconcile that fails, whatever it throws, is tried again for ever: after 5 ms, then each time twice as long, up to 1,000 s;
/// unless it says that this is of no use. One that succeeds is forgotten, and its next failure waits 5 ms again.
/// </para>
/// <para>
/// Its meter is <c>Webhooks.Client.Reconciling</c>; its instruments have controller-runtime's names
/// (<c>controller_runtime_reconcile_total</c> and so on) and the tag <c>controller</c>.
/// </para>
/// </remarks>
public sealed class Controller : IDisposable
{
    private readonly ControllerOptions _options;
    private readonly IReconciler _reconciler;
    private readonly IReadOnlyList<IKeySource> _sources;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RunningKeys _running;
    private readonly ControllerMetrics _metrics;

    private ControllerTerm? _term;

    /// <summary>A controller that does not run yet.</summary>
    /// <param name="options">Its name, and how many workers it has.</param>
    /// <param name="reconciler">What does the work.</param>
    /// <param name="sources">What tells the keys, and what has to be there before the work begins.</param>
    /// <param name="time">The clock of delays, waits and metrics.</param>
    /// <param name="logger">Hears of terms and failures.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no workers.</exception>
    public Controller(ControllerOptions options, IReconciler reconciler, IEnumerable<IKeySource> sources, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1);
        _options = options;
        _reconciler = reconciler;
        _sources = [.. sources];
        _time = time;
        _logger = logger;
        _running = new RunningKeys(time);
        _metrics = new ControllerMetrics(options.Name, options.Workers, () => _running.Count);
    }

    /// <summary>What it is doing now. Thread safe.</summary>
    public ControllerReadings Readings
    {
        get
        {
            ControllerTerm? term = Volatile.Read(ref _term);
            return new ControllerReadings(
                _options.Name, _options.Workers, term != null, term?.WaitsFor ?? [], _running.Read(), term?.Queue.Len ?? 0);
        }
    }

    /// <summary>Runs one term.</summary>
    /// <param name="cancellationToken">Ends it. Reconciles that are on see the token, too, and are waited for.</param>
    /// <returns>Ends after the last reconcile of the term has.</returns>
    /// <exception cref="InvalidOperationException">The term before has not ended.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using ControllerTerm term = new(_options.Name, _time);
        if (Interlocked.CompareExchange(ref _term, term, null) != null)
        {
            throw new InvalidOperationException($"The controller {_options.Name} runs: wait for the end of its term before the next one.");
        }

        try
        {
            term.Subscribe(_sources);
            _logger.Waits(_options.Name, string.Join(", ", term.WaitsFor));
            await term.WhenSyncedAsync(cancellationToken);
            _logger.Begins(_options.Name, _options.Workers);
            await WorkAllAsync(term.Queue, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The term ended before the work began.
        }
        finally
        {
            Volatile.Write(ref _term, null);
        }

        _logger.Ended(_options.Name);
    }

    /// <summary>Ends the metrics. A term is ended by its token.</summary>
    public void Dispose() => _metrics.Dispose();

    // Workers end together: there are as many as there should be, or none.
    private async Task WorkAllAsync(WorkQueue<ObjectKey> queue, CancellationToken cancellationToken)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ReconcileWorker worker = new(_options.Name, _reconciler, queue, _running, _metrics, _logger);
        await Task.WhenAll(Enumerable.Range(0, _options.Workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None)));

        async Task WorkAsync()
        {
            try
            {
                await worker.RunAsync(ending.Token);
            }
            finally
            {
                await ending.CancelAsync();
            }
        }
    }
}
