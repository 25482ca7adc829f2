using System.Diagnostics.Metrics;

namespace Webhooks.Client.Leases;

/// <summary>What an elector tells of itself, under the names that client-go gives.</summary>
internal sealed class LeaderElectionMetrics : IDisposable
{
    /// <summary>What listeners subscribe to.</summary>
    public const string MeterName = "Webhooks.Client.Leases";

    private readonly Meter _meter = new(MeterName);
    private readonly KeyValuePair<string, object?> _name;
    private readonly Counter<long> _slowPaths;

    /// <param name="name">The Lease's.</param>
    /// <param name="isLeader">Asked when somebody reads.</param>
    public LeaderElectionMetrics(string name, Func<bool> isLeader)
    {
        _name = new KeyValuePair<string, object?>("name", name);
        _slowPaths = _meter.CreateCounter<long>("leader_election_slowpath_total", description: "How often a leader had to read its Lease to renew it.");
        _meter.CreateObservableGauge(
            "leader_election_master_status", () => new Measurement<long>(isLeader() ? 1 : 0, _name), description: "1 for the leader, 0 for others.");
    }

    public void SlowPath() => _slowPaths.Add(1, _name);

    public void Dispose() => _meter.Dispose();
}
