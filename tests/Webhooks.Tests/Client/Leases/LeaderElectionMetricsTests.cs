using System.Diagnostics.Metrics;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Leases;

public sealed class LeaderElectionMetricsTests
{
    private readonly string _name = Guid.NewGuid().ToString();
    private readonly Dictionary<string, long> _measured = [];

    [Fact]
    public void Metrics_say_who_leads_and_how_often_a_lease_had_to_be_read()
    {
        ManualTime time = new();
        LeaseServer server = new();
        using MeterListener listener = Listener();
        using (Candidate leader = new(server, time, "a", options => options with { LeaseName = _name }))
        {
            Assert.Equal((0, 0), Read(listener));
            leader.Start();
            Assert.Equal((1, 0), Read(listener));
            server.Store(server.Lease!.ToJsonString());
            InlineThread.Run(() => time.Advance(TimeSpan.FromSeconds(2)));
            Assert.Equal((1, 1), Read(listener));
            leader.Stop();
            Assert.Equal((0, 1), Read(listener));
        }

        _measured.Clear();
        listener.RecordObservableInstruments();
        Assert.Empty(_measured);
    }

    private MeterListener Listener()
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Webhooks.Client.Leases")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            Assert.Equal("name", Assert.Single(tags.ToArray()).Key);
            if (_name.Equals(tags[0].Value))
            {
                _measured[instrument.Name] = instrument is Counter<long> ? _measured.GetValueOrDefault(instrument.Name) + value : value;
            }
        });
        listener.Start();
        return listener;
    }

    private (long MasterStatus, long SlowPaths) Read(MeterListener listener)
    {
        listener.RecordObservableInstruments();
        return (_measured["leader_election_master_status"], _measured.GetValueOrDefault("leader_election_slowpath_total"));
    }
}
