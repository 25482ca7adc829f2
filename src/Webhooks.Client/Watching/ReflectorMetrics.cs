using System.Diagnostics.Metrics;

namespace Webhooks.Client.Watching;

/// <summary>What a reflector tells of itself, under the names that client-go gives.</summary>
/// <param name="name">The reflector's name.</param>
internal sealed class ReflectorMetrics(string name)
{
    /// <summary>What listeners subscribe to.</summary>
    public const string MeterName = "Webhooks.Client.Watching";

    // Of all reflectors of the program: nothing here ends with one of them.
    private static readonly Meter Meter = new(MeterName);
    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600] };
    private static readonly InstrumentAdvice<long> Items = new() { HistogramBucketBoundaries = [0, 1, 10, 100, 1_000, 10_000, 100_000] };
    private static readonly Counter<long> Lists = Meter.CreateCounter<long>("reflector_lists_total", description: "Lists that were asked for, whole ones.");
    private static readonly Histogram<double> ListDurations = Meter.CreateHistogram("reflector_list_duration_seconds", "s", "How long lists took that came.", tags: null, Durations);
    private static readonly Histogram<long> ListItems = Meter.CreateHistogram("reflector_items_per_list", null, "How many objects lists had.", tags: null, Items);
    private static readonly Counter<long> Watches = Meter.CreateCounter<long>("reflector_watches_total", description: "Watches that were asked for.");
    private static readonly Counter<long> ShortWatches = Meter.CreateCounter<long>("reflector_short_watches_total", description: "Watches that ended within a second without an event.");
    private static readonly Histogram<double> WatchDurations = Meter.CreateHistogram("reflector_watch_duration_seconds", "s", "How long watches lasted.", tags: null, Durations);
    private static readonly Histogram<long> WatchItems = Meter.CreateHistogram("reflector_items_per_watch", null, "How many events watches brought.", tags: null, Items);
    private static readonly Gauge<long> LastVersion = Meter.CreateGauge<long>("reflector_last_resource_version", description: "The version that was reached at the end of the last list or watch.");
    private static readonly Counter<long> Undecodables = Meter.CreateCounter<long>("reflector_undecodable_objects_total", description: "Objects, and lines of watches, that could not be read.");

    private readonly KeyValuePair<string, object?> _name = new("name", name);

    /// <summary>A list, not a further page of one, is asked for.</summary>
    public void ListBegins() => Lists.Add(1, _name);

    /// <summary>A whole list has come.</summary>
    public void ListCame(TimeSpan took, int items, string version)
    {
        ListDurations.Record(took.TotalSeconds, _name);
        ListItems.Record(items, _name);
        Reached(version);
    }

    /// <summary>A watch is asked for.</summary>
    public void WatchBegins() => Watches.Add(1, _name);

    /// <summary>A watch that had begun is over.</summary>
    public void WatchEnded(WatchOutcome.Ended ended)
    {
        WatchDurations.Record(ended.Lasted.TotalSeconds, _name);
        WatchItems.Record(ended.Events, _name);
        if (Watcher.IsShort(ended))
        {
            ShortWatches.Add(1, _name);
        }

        if (ended.IsSynced)
        {
            Reached(ended.Version);
        }
    }

    /// <summary>An object, or a line, can't be read.</summary>
    public void Undecodable() => Undecodables.Add(1, _name);

    private void Reached(string version)
    {
        // What is no number is still a version, but nothing to draw.
        if (LastVersion.Enabled && long.TryParse(version, out long number))
        {
            LastVersion.Record(number, _name);
        }
    }
}
