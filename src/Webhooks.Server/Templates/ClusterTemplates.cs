using System.Threading.Channels;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Server.Health;

namespace Webhooks.Server.Templates;

/// <summary>The templates of a cluster: ConfigMaps <c>*-initializer</c> of one namespace, in force as soon as the API server tells of them.</summary>
/// <remarks>
/// It follows an informer that somebody else runs. Of several changes at once the last state counts, which is taken whole:
/// a set is never half old and half new. While the API server is away, all stays as it was known, deletions too.
/// </remarks>
internal sealed class ClusterTemplates : ITemplateSource, IInformerHandler<ConfigMap>
{
    /// <summary>How often to see whether a deleted template has been kept for long enough.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(capacity: 1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly TaskCompletionSource _synced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SharedInformer<ConfigMap> _informer;
    private readonly TemplateConfigMaps _configMaps;
    private readonly KeptTemplates _kept;
    private readonly TimeProvider _time;

    private ClusterTemplates(SharedInformer<ConfigMap> informer, string annotationPrefix, KeptTemplates kept, TimeProvider time) =>
        (_informer, _configMaps, _kept, _time) = (informer, new TemplateConfigMaps(annotationPrefix), kept, time);

    /// <inheritdoc />
    public Task WhenSynced => _synced.Task;

    /// <inheritdoc />
    public HealthState State => WhenSynced.IsCompleted ? new HealthState(true, _kept.Summary)
        : new HealthState(false, _kept.Failure ?? "the ConfigMaps have not all been listed yet");

    /// <summary>Follows an informer that does not run yet.</summary>
    /// <param name="informer">Has the ConfigMaps of the namespace, as <see cref="TemplateConfigMaps.Kept"/> has them.</param>
    /// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
    /// <param name="kept">Puts them in force.</param>
    /// <param name="time">The clock.</param>
    public static ClusterTemplates Of(SharedInformer<ConfigMap> informer, string annotationPrefix, KeptTemplates kept, TimeProvider time)
    {
        ClusterTemplates templates = new(informer, annotationPrefix, kept, time);
        informer.AddHandler(templates, name: "templates");
        return templates;
    }

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellation)
    {
        await _informer.WhenSyncedAsync(cancellation).ConfigureAwait(false);
        Apply();
        _kept.Begun();
        _synced.SetResult();
        ITimer timer = _time.CreateTimer(_ => SeeWhatIsDue(), state: null, Tick, Tick);
        await using (timer.ConfigureAwait(false))
        {
            await foreach (bool _ in _changes.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                Apply();
            }
        }
    }

    void IInformerHandler<ConfigMap>.Added(ConfigMap item, bool isInInitialList) => Note();

    void IInformerHandler<ConfigMap>.Updated(ConfigMap old, ConfigMap item) => Note();

    void IInformerHandler<ConfigMap>.Deleted(ConfigMap last, bool isFinalStateUnknown) => Note();

    // What is told is in the cache already: what is noted here is never missed there.
    private void Note() => _changes.Writer.TryWrite(true);

    // Nobody knows whether a deleted template was made anew while the API server is away.
    private void SeeWhatIsDue()
    {
        if (_kept.IsDue && _kept.Failure == null)
        {
            Note();
        }
    }

    private void Apply() => _kept.Apply(_configMaps.Read(_informer.Lister.List()));
}
