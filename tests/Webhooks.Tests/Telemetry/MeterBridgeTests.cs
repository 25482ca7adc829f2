using System.Diagnostics.Metrics;
using System.Globalization;
using Webhooks.Admission.Reviews;
using Webhooks.Server.Metrics;
using Webhooks.Server.Telemetry;
using Xunit;

namespace Webhooks.Tests.Telemetry;

public sealed class MeterBridgeTests : IDisposable
{
    private readonly MetricRegistry _registry = new();
    private readonly AdmissionMetrics _metrics;
    private readonly MeterListener _listener = new();
    private readonly List<string> _measured = [];
    private readonly List<string> _units = [];

    public MeterBridgeTests()
    {
        _metrics = new AdmissionMetrics(_registry);
        _registry.Gauge("certificate_expiry_seconds", "Until then.", () => 7);
        _registry.Gauge("heap_bytes", "Memory.", ["generation"], () => [new Sample(1, "0"), new Sample(2, "1")]);
    }

    [Fact]
    public void The_same_numbers_are_read_by_their_base_names()
    {
        _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.Zero);
        using MeterBridge bridge = Listen();
        _listener.RecordObservableInstruments();
        Assert.Equal(
            [
                "webhooks_admission_requests 1 webhook=mutate operation=CREATE decision=changed reason=injected",
                "certificate_expiry_seconds 7",
                "heap_bytes 1 generation=0",
                "heap_bytes 2 generation=1",
            ],
            _measured);
        Assert.Equal(["webhooks_admission_requests", "webhooks_admission_duration_seconds s", "certificate_expiry_seconds s", "heap_bytes By"], _units);
    }

    [Fact]
    public void A_histogram_is_told_of_each_duration_while_the_bridge_stands()
    {
        _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromSeconds(1));
        MeterBridge bridge = Listen();
        _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromSeconds(2));
        _metrics.Record("mutate/defaults", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromSeconds(3));
        bridge.Dispose();
        _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromSeconds(4));
        Assert.Equal(["webhooks_admission_duration_seconds 2 webhook=mutate", "webhooks_admission_duration_seconds 3 webhook=mutate/defaults"], _measured);
    }

    [Fact]
    public void Recording_allocates_nothing_while_a_bridge_stands_and_nobody_listens()
    {
        using MeterBridge bridge = new(_registry);
        Allocations.AssertNone(() => _metrics.Record("mutate", AdmissionOperation.Create, "changed", "injected", TimeSpan.FromMilliseconds(3)));
    }

    public void Dispose() => _listener.Dispose();

    // To this bridge's instruments alone: meters of one name are the process's.
    private MeterBridge Listen()
    {
        List<Meter> before = Meters();
        MeterBridge bridge = new(_registry);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MeterBridge.MeterName && !before.Contains(instrument.Meter))
            {
                _units.Add($"{instrument.Name} {instrument.Unit}".TrimEnd());
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measured.Add(
            string.Join(' ', [instrument.Name, value.ToString(CultureInfo.InvariantCulture), .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")])));
        _listener.Start();
        return bridge;
    }

    private static List<Meter> Meters()
    {
        List<Meter> meters = [];
        using MeterListener listener = new() { InstrumentPublished = (instrument, _) => meters.Add(instrument.Meter) };
        listener.Start();
        return meters;
    }
}
