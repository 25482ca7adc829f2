using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;

namespace Webhooks.Client.Caching;

/// <summary>The informers of a program: one for each resource, namespace and selection, whoever asks, and one run for all of them.</summary>
/// <remarks>Thread safe.</remarks>
public sealed class SharedInformerFactory
{
    private readonly Lock _lock = new();
    private readonly IApiTransport _transport;
    private readonly TimeProvider? _time;
    private readonly ILogger? _logger;
    private readonly Dictionary<InformerScope, (Informer Informer, object Options)> _informers = [];
    private readonly List<Task> _running = [];
    private CancellationTokenSource? _end;
    private bool _isEnded;

    /// <summary>A factory without informers.</summary>
    /// <param name="transport">Sends what the informers ask for.</param>
    /// <param name="time">The clock of waits and resyncs; <c>null</c>: the system's.</param>
    /// <param name="logger">Hears of faults; <c>null</c>: nobody does.</param>
    public SharedInformerFactory(IApiTransport transport, TimeProvider? time = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _transport = transport;
        _time = time;
        _logger = logger;
    }

    /// <summary>The informer of a resource, namespace and selection, which is made if nobody has asked for it before. It starts with the run.</summary>
    /// <param name="options">What it caches; <c>null</c>: all objects of the resource. Of those who ask for one informer the first decides how it is asked for.</param>
    /// <exception cref="InvalidOperationException">There is one with another transform, or the run has ended.</exception>
    public SharedInformer<T> Get<T>(ReflectorOptions<T>? options = null)
        where T : class, IKubernetesObject<T>
    {
        options ??= new ReflectorOptions<T>();
        InformerScope scope = new(typeof(T), options.Namespace, options.LabelSelector, options.FieldSelector);
        lock (_lock)
        {
            if (_informers.TryGetValue(scope, out (Informer Informer, object Options) known))
            {
                return ((ReflectorOptions<T>)known.Options).Transform.Equals(options.Transform) ? (SharedInformer<T>)known.Informer
                    : throw new InvalidOperationException($"Informer {known.Informer.Name} has another transform: ask for the same one, or another selection.");
            }

            if (_isEnded)
            {
                throw new InvalidOperationException("The informers' run has ended: ask for informers before, or while it runs.");
            }

            SharedInformer<T> informer = new(_transport, options, null, _time, _logger);
            _informers.Add(scope, (informer, options));
            Start(informer);
            return informer;
        }
    }

    /// <summary>Runs all informers, those that are asked for later too, until it is cancelled. The first that fails ends all.</summary>
    /// <param name="cancellationToken">Ends the run, in good order.</param>
    /// <exception cref="InvalidOperationException">It has been run before.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_lock)
        {
            _end = _end == null ? end : throw new InvalidOperationException("These informers have been run: make another factory.");
            _informers.Values.ToList().ForEach(known => Start(known.Informer));
        }

        await Task.Delay(Timeout.Infinite, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _isEnded = true;
        }

        await Task.WhenAll(_running).ConfigureAwait(false);
    }

    /// <summary>Waits until all informers that have been asked for have synced.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled, or the run has ended.</exception>
    public Task WhenSyncedAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAll(Informers().Select(informer => informer.WhenSyncedAsync(cancellationToken)));

    /// <summary>Tells how each informer gets on, sorted by name.</summary>
    public ImmutableArray<InformerReading> Read() => [.. Informers().Select(informer => informer.Read()).OrderBy(reading => reading.Name, StringComparer.Ordinal)];

    private Informer[] Informers()
    {
        lock (_lock)
        {
            return [.. _informers.Values.Select(known => known.Informer)];
        }
    }

    // Before the run there is nothing to start. What starts first thinks, and then asks: not under the lock.
    private void Start(Informer informer)
    {
        if (_end is { } end)
        {
            _running.Add(Task.Run(() => RunUntilAsync(informer, end), CancellationToken.None));
        }
    }

    private static async Task RunUntilAsync(Informer informer, CancellationTokenSource end)
    {
        try
        {
            await informer.RunAsync(end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
        }
    }
}
