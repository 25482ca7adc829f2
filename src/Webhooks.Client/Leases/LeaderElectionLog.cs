using Microsoft.Extensions.Logging;

namespace Webhooks.Client.Leases;

/// <summary>What an elector logs.</summary>
internal static partial class LeaderElectionLog
{
    [LoggerMessage(LogLevel.Information, "Lease {Lease}: {Identity} is a candidate")]
    public static partial void Candidate(this ILogger logger, string lease, string identity);

    [LoggerMessage(LogLevel.Information, "Lease {Lease}: {Holder} leads")]
    public static partial void Other(this ILogger logger, string lease, string holder);

    [LoggerMessage(LogLevel.Information, "Lease {Lease}: this process leads, term {Term}")]
    public static partial void Began(this ILogger logger, string lease, int term);

    [LoggerMessage(LogLevel.Warning, "Lease {Lease}: not read or written, next attempt follows: {Failure}")]
    public static partial void Failed(this ILogger logger, string lease, string failure);

    [LoggerMessage(LogLevel.Warning, "Lease {Lease}: not renewed, the term ends in {Seconds:0.0} s: {Failure}")]
    public static partial void NotRenewed(this ILogger logger, string lease, double seconds, string failure);

    [LoggerMessage(LogLevel.Warning, "Lease {Lease}: taken or deleted, term {Term} is over")]
    public static partial void Taken(this ILogger logger, string lease, int term);

    [LoggerMessage(LogLevel.Information, "Lease {Lease}: term {Term} has ended")]
    public static partial void Ended(this ILogger logger, string lease, int term);

    [LoggerMessage(LogLevel.Information, "Lease {Lease}: given back")]
    public static partial void Released(this ILogger logger, string lease);

    [LoggerMessage(LogLevel.Warning, "Lease {Lease}: could not be given back in time, others wait until it has run out")]
    public static partial void NotReleased(this ILogger logger, string lease);
}
