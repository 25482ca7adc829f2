using Microsoft.Extensions.Logging;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>What a recorder of events logs.</summary>
internal static partial class EventLog
{
    [LoggerMessage(LogLevel.Warning, "Event {Reason} of {Kind} {Key} can't be written: {Problem}")]
    public static partial void GivenUp(this ILogger logger, string reason, string kind, ObjectKey key, string problem);

    [LoggerMessage(LogLevel.Warning, "{Count} events were lost: they came faster than they could be written")]
    public static partial void Lost(this ILogger logger, int count);
}
