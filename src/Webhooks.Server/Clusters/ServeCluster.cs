using Microsoft.Extensions.Logging;
using Webhooks.Admission.Injection;
using Webhooks.Client.Caching;
using Webhooks.Client.Configuration;
using Webhooks.Client.Objects;
using Webhooks.Client.Pipeline;
using Webhooks.Client.Sending;
using Webhooks.Client.Watching;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Lifetimes;
using Webhooks.Server.Templates;

namespace Webhooks.Server.Clusters;

/// <summary>What <c>serve</c> has of a cluster: a connection, the caches of its templates and namespaces, and its version.</summary>
internal sealed class ServeCluster : IDisposable
{
    private readonly ApiConnection _connection;
    private readonly NotedTransport _transport;
    private readonly SharedInformer<ConfigMap> _informer;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    private ServeCluster(ApiConnection connection, InjectionOptions injection, KeptTemplates kept, TimeProvider time, ILogger logger)
    {
        (_connection, _time, _logger) = (connection, time, logger);
        // Without retries: the reflector has its own, and who asks why nothing comes is told at the first failure.
        IApiTransport pipeline = RequestPipeline.Over(connection, new RequestPipelineOptions { Retries = 0, Time = time });
        _transport = new NotedTransport(pipeline, failure =>
            kept.Failure = failure == null ? null
                : ClusterFailure.Text(failure, connection.Server, $"a Role with get, list and watch on configmaps in namespace {injection.OwnNamespace}"));
        _informer = new SharedInformer<ConfigMap>(
            _transport, new ReflectorOptions<ConfigMap> { Namespace = injection.OwnNamespace, Transform = TemplateConfigMaps.Kept }, time: time, logger: logger);
        Templates = ClusterTemplates.Of(_informer, injection.Annotations.Prefix, kept, time);
        Namespaces = new ClusterNamespaces(pipeline, connection.Server, time, logger);
    }

    /// <summary>The templates of the own namespace.</summary>
    public ITemplateSource Templates { get; }

    /// <summary>The namespaces that there are.</summary>
    public ClusterNamespaces Namespaces { get; }

    /// <summary>Prepares the connection; nothing is sent yet.</summary>
    /// <param name="options">Where the API server is, and who to be.</param>
    /// <param name="injection">Says which namespace is ours.</param>
    /// <param name="kept">Puts templates in force.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of the API server and of what it refuses.</param>
    /// <exception cref="CommandException">A certificate or key of the options can't be used.</exception>
    public static ServeCluster Open(ClientOptions options, InjectionOptions injection, KeptTemplates kept, TimeProvider time, ILogger logger)
    {
        foreach (string warning in options.Warnings)
        {
            ClusterLog.Warned(logger, warning);
        }

        try
        {
            ApiConnection connection = ApiConnection.Open(options, new ApiConnectionSettings { Time = time, Logger = logger });
            return new ServeCluster(connection, injection, kept, time, logger);
        }
        catch (ConfigurationException failure)
        {
            throw new CommandException(failure.Message);
        }
    }

    /// <summary>Adds what keeps the caches true to the parts of the process.</summary>
    public void AddTo(Workgroup group)
    {
        group.Add("informers", _informer.RunAsync);
        group.Add("namespaces", Namespaces.RunAsync);
    }

    /// <summary>Says of the caches how they are.</summary>
    public IReadOnlyList<InformerReading> Read() => [_informer.Read(), Namespaces.Read()];

    /// <summary>The settings, with the API server's version where they name none; waits until it answers.</summary>
    public async Task<InjectionOptions> CompleteAsync(InjectionOptions injection, CancellationToken stop) => injection.KubeVersion != null
        ? injection
        : injection with { KubeVersion = await ServerVersionQuery.FindAsync(_transport, _time, _logger, stop).ConfigureAwait(false) };

    /// <summary>Closes the connection.</summary>
    public void Dispose() => _connection.Dispose();
}
