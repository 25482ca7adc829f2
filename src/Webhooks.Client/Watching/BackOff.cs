namespace Webhooks.Client.Watching;

/// <summary>How long to leave a server alone after a failure: client-go's numbers.</summary>
/// <param name="Failures">How many failures there were since the last long success.</param>
/// <param name="SucceedsSince">When what succeeds began to; <c>null</c> after a failure.</param>
/// <remarks>Immutable. Times are counted from any beginning.</remarks>
internal readonly record struct BackOff(int Failures, TimeSpan? SucceedsSince)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongSuccess = TimeSpan.FromMinutes(2);

    /// <summary>Something has succeeded since a time.</summary>
    public BackOff Succeeded(TimeSpan since) => this with { SucceedsSince = SucceedsSince ?? since };

    /// <summary>Something has failed.</summary>
    /// <param name="now">The time.</param>
    /// <param name="chance">0 to 1, without 1: how far between once and twice the delay.</param>
    /// <param name="delay">0.8 s, doubled with each failure up to 30 s, and that once to twice.</param>
    public BackOff Failed(TimeSpan now, double chance, out TimeSpan delay)
    {
        int failures = now - SucceedsSince >= LongSuccess ? 0 : Failures;
        TimeSpan whole = failures < 10 ? First * (1 << failures) : Longest;
        delay = (whole < Longest ? whole : Longest) * (1 + chance);
        return new BackOff(Math.Min(failures + 1, 10), null);
    }
}
