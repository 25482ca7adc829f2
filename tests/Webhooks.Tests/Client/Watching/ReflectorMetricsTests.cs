using System.Diagnostics.Metrics;
using Webhooks.Client.Watching;
using Webhooks.Resources.Api;
using Xunit;
using static Webhooks.Tests.Client.Watching.WatchTexts;

namespace Webhooks.Tests.Client.Watching;

public sealed class ReflectorMetricsTests : IDisposable
{
    private readonly string _name = Guid.NewGuid().ToString();
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, List<double>> _measured = new(StringComparer.Ordinal);

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void R10_lists_watches_and_what_can_not_be_read_are_counted()
    {
        Listen();
        using ReflectorScript script = new(new ReflectorOptions<Webhooks.Client.Objects.ConfigMap> { Name = _name });
        script.Refuse("list 0", Status.InternalError("no"));
        script.Waited();
        script.List("list 0", Page("10", "c", "a@1", Poison("b@2")));
        script.Advance(3);
        script.List("list continue=c", Page("10", "", "c@3"));
        ScriptedStream stream = script.Watch("watch 10", "ADDED d@11", Event("ADDED", Poison("e@12")), "{\n");
        script.Advance(2);
        ReflectorScript.End(stream);
        ReflectorScript.End(script.Watch("watch 12"));
        script.Cancel();
        string[] expected =
        [
            "items_per_list 3", "items_per_watch 2 0", "last_resource_version 10 12 12", "list_duration_seconds 3", "lists_total 1 1",
            "short_watches_total 1", "undecodable_objects_total 1 1 1", "watch_duration_seconds 2 0", "watches_total 1 1",
        ];
        Assert.Equal(expected, _measured.Select(one => $"{one.Key} {string.Join(' ', one.Value.Select(value => Math.Round(value, 1)))}"));
    }

    private void Listen()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Webhooks.Client.Watching")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    // Reflectors of tests that run beside this one are heard, too.
    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Assert.Single(tags.ToArray()).Value as string == _name)
        {
            string name = instrument.Name["reflector_".Length..];
            _measured.TryAdd(name, []);
            _measured[name].Add(value);
        }
    }
}
