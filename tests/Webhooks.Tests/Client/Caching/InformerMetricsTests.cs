using System.Diagnostics.Metrics;
using Webhooks.Client.Caching;
using Xunit;

namespace Webhooks.Tests.Client.Caching;

public sealed class InformerMetricsTests : IAsyncDisposable
{
    private readonly string _name = Guid.NewGuid().ToString();
    private readonly DrivenInformer _driven;
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _measured = [];

    public InformerMetricsTests()
    {
        _driven = new DrivenInformer(_name);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Webhooks.Client.Caching")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _driven.DisposeAsync();
    }

    [Fact]
    public async Task S10_what_a_handler_throws_is_counted_and_so_is_what_waits_for_it()
    {
        using ManualResetEventSlim release = new();
        HeardCalls calls = new() { Then = _ => release.Wait() };
        HandlerRegistration registration = _driven.Informer.AddHandler(calls, name: "slow");
        _driven.Sink.Replace([Maps.Map("a", 1), Maps.Map("b", 2)], [], "2");
        await calls.TakeAsync(1);
        Read();
        Assert.Equal((2, 2, 0), (_measured["informer_objects"], _measured["informer_queued_items slow"], _measured["informer_handler_failures_total slow"]));

        calls.Then = _ => throw new InvalidOperationException();
        release.Set();
        await registration.WhenSynced;
        Read();
        Assert.Equal((2, 0, 1), (_measured["informer_objects"], _measured["informer_queued_items slow"], _measured["informer_handler_failures_total slow"]));
    }

    [Fact]
    public void S1_lists_from_before_and_objects_without_index_values_are_counted()
    {
        _driven.Informer.AddIndex("fails", _ => throw new InvalidOperationException());
        _driven.List(9, Maps.Map("a", 9));
        _driven.List(8, Maps.Map("a", 8));
        Read();

        // For what it was, the index is asked again.
        Assert.Equal((1, 3), (_measured["informer_set_backs_total"], _measured["informer_index_failures_total"]));
    }

    [Fact]
    public async Task An_informer_that_has_ended_tells_nothing_more()
    {
        await _driven.EndAsync();
        Read();
        Assert.Empty(_measured);
    }

    private void Read()
    {
        _measured.Clear();
        _listener.RecordObservableInstruments();
    }

    // Informers of tests that run beside this one are heard, too.
    private void Note(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (_name.Equals(tags[0].Value))
        {
            _measured.Add(tags.Length == 1 ? instrument.Name : $"{instrument.Name} {tags[1].Value}", value);
        }
    }
}
