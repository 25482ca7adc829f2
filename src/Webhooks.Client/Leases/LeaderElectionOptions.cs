using Webhooks.Resources.Names;

namespace Webhooks.Client.Leases;

/// <summary>Which Lease is fought for, by whom, and at what pace.</summary>
/// <remarks>
/// Immutable. The defaults are client-go's. At most one leads as long as no two clocks differ in rate by more than
/// <see cref="LeaseDuration"/> / <see cref="RenewDeadline"/>; what the clocks show does not matter.
/// </remarks>
public sealed record LeaderElectionOptions
{
    /// <summary>Where the Lease is: mostly the namespace that the process runs in.</summary>
    public required string LeaseNamespace { get; init; }

    /// <summary>The name of the Lease, which is also the tag <c>name</c> of metrics.</summary>
    public required string LeaseName { get; init; }

    /// <summary>What the Lease says of who holds it: no two candidates may have the same. Default: the machine's name, an underscore and a new UUID.</summary>
    public string Identity { get; init; } = $"{Environment.MachineName}_{Guid.NewGuid()}";

    /// <summary>How long others wait for a holder that no longer renews. Whole seconds, longer than <see cref="RenewDeadline"/>; default 15 s.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long after the last renewal that succeeded, counted from its start, a term is over. Longer than 1.2 times <see cref="RetryPeriod"/>; default 10 s.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a leader waits between renewals; others wait once to 2.2 times as long, drawn anew each time. Default 2 s.</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the Lease is given back at the end, so that another need not wait. Default true: it happens only after the work has ended.</summary>
    public bool ReleaseOnCancel { get; init; } = true;

    /// <summary>How long work may take to end once its term is over; after that only the end of the process is safe. Default 10 s.</summary>
    public TimeSpan StopBudget { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one request may take: half of what is left of a term at most, so that another can follow.</summary>
    internal TimeSpan RequestTimeout => TimeSpan.FromSeconds(Math.Max(1, RenewDeadline.TotalSeconds / 2));

    /// <summary>All that is wrong, each with its remedy; nothing where the options can be used.</summary>
    public IEnumerable<string> Problems() =>
    [
        .. DnsLabel.Problems(LeaseNamespace ?? "").Select(problem => $"LeaseNamespace: \"{LeaseNamespace}\": {problem}"),
        .. DnsSubdomain.Problems(LeaseName ?? "").Select(problem => $"LeaseName: \"{LeaseName}\": {problem}"),
        .. Unless(!string.IsNullOrWhiteSpace(Identity), "Identity: must not be empty; leave it out for the machine's name and a UUID"),
        .. Unless(
            LeaseDuration >= TimeSpan.FromSeconds(1) && LeaseDuration.Ticks % TimeSpan.TicksPerSecond == 0 && LeaseDuration.TotalSeconds <= int.MaxValue,
            $"LeaseDuration: {Said(LeaseDuration)} must be whole seconds, from 1 to {int.MaxValue}: a Lease says no fractions"),
        .. Unless(
            RenewDeadline < LeaseDuration,
            $"RenewDeadline: {Said(RenewDeadline)} must be shorter than LeaseDuration, {Said(LeaseDuration)}, or two may lead at once"),
        .. Unless(RetryPeriod > TimeSpan.Zero, $"RetryPeriod: {Said(RetryPeriod)} must be longer than 0 s"),
        .. Unless(
            RenewDeadline > 1.2 * RetryPeriod,
            $"RenewDeadline: {Said(RenewDeadline)} must be longer than 1.2 times RetryPeriod, {Said(RetryPeriod)}, or a term ends before it is renewed"),
        .. Unless(
            StopBudget > TimeSpan.Zero && StopBudget <= TimeSpan.FromDays(1),
            $"StopBudget: {Said(StopBudget)} must be longer than 0 s and no longer than a day"),
    ];

    private static string Said(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds} s");

    private static string[] Unless(bool holds, string problem) => holds ? [] : [problem];
}
