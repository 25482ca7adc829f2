using Microsoft.Extensions.Logging;

namespace Webhooks.Client.Leases;

/// <summary>What each part of an elector works with.</summary>
internal sealed record ElectionTools(
    LeaderElectionOptions Options, LeaseRequests Requests, ElectionRules Rules, OwnClock Clock, Random Random, LeaderElectionMetrics Metrics, ILogger Logger)
{
    /// <summary>The Lease, for people.</summary>
    public string Lease { get; } = $"{Options.LeaseNamespace}/{Options.LeaseName}";
}
