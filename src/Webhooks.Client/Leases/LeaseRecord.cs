namespace Webhooks.Client.Leases;

/// <summary>What a Lease says of who holds it. A holder whose record stays equal does not renew.</summary>
/// <param name="Holder">Empty for nobody.</param>
/// <param name="DurationSeconds">How long others are to wait for it; 0 where the Lease does not say.</param>
/// <param name="AcquireTime">A text, as the next one: by another's clock, and so nothing to reckon with.</param>
/// <param name="RenewTime">What changes with each renewal.</param>
/// <param name="Transitions">How often the holder changed.</param>
internal sealed record LeaseRecord(string Holder, long DurationSeconds, string AcquireTime, string RenewTime, long Transitions);
