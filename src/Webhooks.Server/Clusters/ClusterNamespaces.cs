using Microsoft.Extensions.Logging;
using Webhooks.Admission.Users;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;
using Webhooks.Server.Health;

namespace Webhooks.Server.Clusters;

/// <summary>The namespaces of a cluster, as far as Users have to know of them: followed by an informer, asked without a request.</summary>
/// <remarks>
/// Thread safe. Where they may not be listed nothing is known, and the server does without: the look-up is a courtesy, and the
/// controller decides again. As soon as they may be listed, they are known.
/// </remarks>
internal sealed class ClusterNamespaces : INamespaceLookup
{
    private const int Forbidden = 403;

    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SharedInformer<Namespace> _informer;
    private readonly Uri _server;
    private readonly ILogger _logger;
    private volatile string? _failure;
    private volatile bool _isForbidden;

    /// <summary>An informer that does not run yet.</summary>
    /// <param name="transport">Sends its requests.</param>
    /// <param name="server">Where they go.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when namespaces can't be listed, and when they can be after all.</param>
    public ClusterNamespaces(IApiTransport transport, Uri server, TimeProvider time, ILogger logger)
    {
        (_server, _logger) = (server, logger);
        _informer = new SharedInformer<Namespace>(
            new NotedTransport(transport, Note), new ReflectorOptions<Namespace> { Transform = KeptNamespace.Of }, time: time, logger: logger);
    }

    /// <summary>Ends when all namespaces are known, or when it is clear that they will not be.</summary>
    public Task WhenSettled => _settled.Task;

    /// <summary>Whether there is something to wait for, and how it stands. Quick and without I/O.</summary>
    public HealthState State => _isForbidden ? new HealthState(true, $"warning: not looked at: {_failure}")
        : !_informer.HasSynced ? new HealthState(false, _failure ?? "the namespaces have not all been listed yet")
        : new HealthState(true, _failure is { } failure ? $"warning: {failure}" : "");

    /// <inheritdoc />
    public NamespaceFacts? Find(string name) =>
        !_isForbidden && _informer.HasSynced && _informer.Lister.Get(new ObjectKey("", name)) is { } kept ? KeptNamespace.Facts(kept) : null;

    /// <summary>Follows the changes until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(_informer.RunAsync(cancellation), SettleAsync(cancellation));

    /// <summary>Says of the cache how it is.</summary>
    public InformerReading Read() => _informer.Read();

    private async Task SettleAsync(CancellationToken cancellation)
    {
        await _informer.WhenSyncedAsync(cancellation).ConfigureAwait(false);
        _settled.TrySetResult();
    }

    private void Note(Exception? failure)
    {
        bool wasForbidden = _isForbidden;
        _failure = failure == null ? null : ClusterFailure.Text(failure, _server, "a ClusterRole with get, list and watch on namespaces");
        if (failure is KubernetesApiException { Code: Forbidden })
        {
            ClusterLog.NoNamespaces(_logger, _failure!);
            _isForbidden = true;
            _settled.TrySetResult();
        }
        else if (wasForbidden && failure == null)
        {
            _isForbidden = false;
            ClusterLog.Namespaces(_logger);
        }
    }
}
