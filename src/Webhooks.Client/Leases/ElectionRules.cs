using Webhooks.Resources.Literals;

namespace Webhooks.Client.Leases;

/// <summary>Who may write what into a Lease, and when: functions of what was seen, since when, and the own clock.</summary>
/// <remarks>Times of others are copied, never read. Source: client-go <c>tools/leaderelection</c>; where it is stricter, a comment says so.</remarks>
internal sealed class ElectionRules(string identity, TimeSpan leaseDuration)
{
    /// <summary>What is known after a look at the Lease.</summary>
    /// <param name="before">What was known before it.</param>
    /// <param name="read">What the Lease says; <c>null</c>: there is none.</param>
    /// <param name="now">The monotonic clock, read after the answer: a record may be older than its sight, never younger.</param>
    public static LeaseSight? See(LeaseSight? before, LeaseRecord? read, TimeSpan now) =>
        read == null || read == before?.Record ? before : new LeaseSight(read, now);

    /// <summary>What a candidate does.</summary>
    /// <param name="sight">What it knows.</param>
    /// <param name="isThere">Whether there is a Lease now.</param>
    /// <param name="now">The monotonic clock.</param>
    /// <param name="date">What the own clock shows, for others to read.</param>
    public LeaseStep AsCandidate(LeaseSight? sight, bool isThere, TimeSpan now, DateTimeOffset date)
    {
        // Stricter than client-go: who held a Lease that is deleted may still lead, and is waited for.
        if (sight != null && sight.Record.Holder != identity && sight.Record.Holder.Length > 0
            && sight.Since + DurationOf(sight.Record) - now is { Ticks: > 0 } rest)
        {
            return new LeaseStep.Wait(rest);
        }

        return new LeaseStep.Write(isThere && sight != null ? Acquired(sight.Record, date) : First(date));
    }

    /// <summary>What a leader does that found its Lease changed.</summary>
    /// <param name="read">What it says now; <c>null</c>: it is deleted.</param>
    /// <param name="date">What the own clock shows.</param>
    /// <remarks>Stricter than client-go: between the end of a record of one's own and now, another may have led.</remarks>
    public LeaseStep AsLeader(LeaseRecord? read, DateTimeOffset date) =>
        read?.Holder == identity ? new LeaseStep.Write(Renewed(read, date)) : new LeaseStep.GiveUp();

    /// <summary>The record of a leader that goes on.</summary>
    public LeaseRecord Renewed(LeaseRecord record, DateTimeOffset date) =>
        record with { DurationSeconds = Seconds(leaseDuration), RenewTime = After(record, date) };

    /// <summary>The record of a Lease that is given back: nobody's, and to be had at once.</summary>
    public static LeaseRecord Released(LeaseRecord record, DateTimeOffset date) =>
        record with { Holder = "", DurationSeconds = 1, AcquireTime = After(record, date), RenewTime = After(record, date) };

    private LeaseRecord First(DateTimeOffset date) =>
        new(identity, Seconds(leaseDuration), GoTime.WriteMicro(date), GoTime.WriteMicro(date), Transitions: 0);

    private LeaseRecord Acquired(LeaseRecord record, DateTimeOffset date) => record.Holder == identity
        ? Renewed(record, date)
        : new LeaseRecord(
            identity, Seconds(leaseDuration), GoTime.WriteMicro(date), After(record, date), Math.Min(Math.Max(record.Transitions, 0) + 1, int.MaxValue));

    // Of others the duration counts that they wrote; where they wrote none, the own is the best guess.
    private TimeSpan DurationOf(LeaseRecord record) =>
        record.DurationSeconds > 0 ? TimeSpan.FromSeconds(Math.Min(record.DurationSeconds, int.MaxValue)) : leaseDuration;

    // A write that changes nothing is none to the server, and to others it looks as if nobody renewed.
    private static string After(LeaseRecord record, DateTimeOffset date) =>
        GoTime.WriteMicro(date) is { } text && text != record.RenewTime ? text : GoTime.WriteMicro(date.AddMicroseconds(1));

    private static long Seconds(TimeSpan time) => (long)time.TotalSeconds;
}
