namespace Webhooks.Client.Leases;

/// <summary>A record, and since when it has been seen as it is.</summary>
/// <param name="Record">What was read.</param>
/// <param name="Since">By the own monotonic clock, after the answer that first showed it.</param>
internal sealed record LeaseSight(LeaseRecord Record, TimeSpan Since);
